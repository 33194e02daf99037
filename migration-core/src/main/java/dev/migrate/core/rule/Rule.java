package dev.migrate.core.rule;

/** What every rule has: a name, spelled once as the name of its class, and a page. */
public interface Rule {
    /** The tag in a message, the name of the page and of the examples. */
    default String name() {
        return getClass().getSimpleName();
    }

    /** The texts of the page; its examples are resources beside this package. */
    RulePage page();
}

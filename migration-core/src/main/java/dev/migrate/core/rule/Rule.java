package dev.migrate.core.rule;

import dev.migrate.core.finding.Finding;

/**
 * What every rule has: a name, spelled once as the name of its class. Its page and its examples are resources of that
 * name.
 */
public interface Rule {
    /** The tag in a message, the name of the page and of the examples. */
    default String name() {
        return getClass().getSimpleName();
    }

    /**
     * Whether another rule's finding at the same step owns the cause, so that a finding of this one would be an echo: it
     * speaks once that one is put right, if there is still something to say.
     */
    default boolean yieldsTo(Finding other) {
        return false;
    }
}

package dev.migrate.core.rule;

import java.util.Objects;

/**
 * The prose of a rule's page, in Markdown.
 *
 * @param summary one sentence: what is flagged
 * @param happens what PostgreSQL, or the tool, does in that case
 * @param silent when the rule says nothing
 * @param manual the address of the page it rests on, in PostgreSQL's manual; empty where none does
 */
public record RulePage(String summary, String happens, String silent, String manual) {
    /** Removes line breaks at the end, which text blocks leave. */
    public RulePage {
        Objects.requireNonNull(manual, "manual");
        summary = summary.strip();
        happens = happens.strip();
        silent = silent.strip();
    }

    /** A page that rests on no page of PostgreSQL's manual. */
    public static RulePage of(String summary, String happens, String silent) {
        return new RulePage(summary, happens, silent, "");
    }
}

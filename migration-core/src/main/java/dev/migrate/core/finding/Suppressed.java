package dev.migrate.core.finding;

import java.util.Objects;

/**
 * A finding that fails nothing, and why: outputs show it apart from the findings that count.
 *
 * @param because the reason that its author gave, or how it came to be silent
 */
public record Suppressed(Finding finding, Why why, String because) {
    /** Refuses null. */
    public Suppressed {
        Objects.requireNonNull(finding, "finding");
        Objects.requireNonNull(why, "why");
        Objects.requireNonNull(because, "because");
    }

    /** What silenced it. */
    public enum Why {
        /** Its author accepted it, in the source. */
        ACCEPTED,
        /** The migration is applied: nothing is run any more. */
        APPLIED;

        /** The word in machine-readable output. */
        public String jsonName() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}

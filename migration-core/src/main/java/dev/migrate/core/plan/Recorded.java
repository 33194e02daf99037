package dev.migrate.core.plan;

import java.util.Objects;

/**
 * A row of the history, as far as planning looks at it.
 *
 * @param form the version of the fingerprint's form
 */
public record Recorded(String name, State state, String fingerprint, int form) {
    /** Refuses null. */
    public Recorded {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(fingerprint, "fingerprint");
    }

    /** How far a migration is. */
    public enum State {
        /** Complete. */
        APPLIED,
        /** There before the history began; nothing was run. */
        BASELINE,
        /** Begun: some of its units are done. */
        APPLYING,
        /** Being undone: some of its units are. */
        UNDOING;

        /** Whether nothing remains to be run. */
        public boolean complete() {
            return this == APPLIED || this == BASELINE;
        }

        /** As it stands in the table. */
        public String text() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** Reads what {@link #text} gave. */
        public static State of(String text) {
            return valueOf(text.toUpperCase(java.util.Locale.ROOT));
        }
    }
}

package dev.migrate.core.operation;

import java.util.List;
import java.util.Objects;

/**
 * The rows that a partition takes.
 *
 * @param from the lower bounds of a RANGE, one a key, as text; the values of a LIST; MODULUS of a HASH
 * @param to the upper bounds of a RANGE, which are not part of it; REMAINDER of a HASH
 */
public record PartitionBound(Kind kind, List<String> from, List<String> to) {
    /** All rows that no other partition takes. */
    public static final PartitionBound DEFAULT = new PartitionBound(Kind.DEFAULT, List.of(), List.of());

    /** Copies the lists. */
    public PartitionBound {
        Objects.requireNonNull(kind, "kind");
        from = List.copyOf(from);
        to = List.copyOf(to);
    }

    /** Whether it takes what no other partition takes. */
    public boolean isDefault() {
        return kind == Kind.DEFAULT;
    }

    /** The form. */
    public enum Kind {
        /** DEFAULT. */
        DEFAULT,
        /** FOR VALUES FROM (…) TO (…). */
        RANGE,
        /** FOR VALUES IN (…). */
        LIST,
        /** FOR VALUES WITH (MODULUS …, REMAINDER …). */
        HASH
    }
}

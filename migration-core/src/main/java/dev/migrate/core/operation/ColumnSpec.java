package dev.migrate.core.operation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A column as a statement defines it.
 *
 * @param notNull whether it is declared NOT NULL, by itself or by an inline primary key
 * @param defaultExpression the DEFAULT's text; {@code NULL} is kept only beside REFERENCES, where PostgreSQL reads every
 *     row for it
 * @param generated how the column gets its values by itself, if it does
 * @param constraints inline CHECK, UNIQUE, PRIMARY KEY and REFERENCES, in their order; NOT NULL where it has a name
 * @param collation the collation's name, where COLLATE stands
 */
public record ColumnSpec(
        String name,
        DataType type,
        boolean notNull,
        Optional<String> defaultExpression,
        Optional<Generated> generated,
        List<ConstraintSpec> constraints,
        Optional<String> collation) {
    /** With the collation of its type. */
    public ColumnSpec(
            String name,
            DataType type,
            boolean notNull,
            Optional<String> defaultExpression,
            Optional<Generated> generated,
            List<ConstraintSpec> constraints) {
        this(name, type, notNull, defaultExpression, generated, constraints, Optional.empty());
    }

    /** Copies the constraints. */
    public ColumnSpec {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(defaultExpression, "defaultExpression");
        Objects.requireNonNull(generated, "generated");
        Objects.requireNonNull(collation, "collation");
        constraints = List.copyOf(constraints);
    }

    /** A nullable column without anything else. */
    public static ColumnSpec of(String name, DataType type) {
        return new ColumnSpec(name, type, false, Optional.empty(), Optional.empty(), List.of());
    }

    /** Whether a DEFAULT gives the rows that exist, and those that leave the column out, a value. */
    public boolean hasValueByDefault() {
        return defaultExpression.filter(text -> !text.equalsIgnoreCase("null")).isPresent();
    }

    /** How a column gets values by itself. */
    public enum Generated {
        /** GENERATED … AS IDENTITY. */
        IDENTITY,
        /** GENERATED ALWAYS AS (…) STORED. */
        STORED,
        /** GENERATED ALWAYS AS (…) VIRTUAL, since 18. */
        VIRTUAL
    }
}

package dev.migrate.core.operation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A constraint of a table or column, as a statement defines it. */
public sealed interface ConstraintSpec {
    /** The name, if the statement gives one. */
    Optional<String> name();

    /** Whether rows that exist are left unchecked. */
    default boolean notValid() {
        return false;
    }

    /**
     * CHECK.
     *
     * @param expression the condition's text, without the parentheses around it
     * @param enforced false for NOT ENFORCED, since 18
     */
    record Check(Optional<String> name, String expression, boolean notValid, boolean enforced)
            implements ConstraintSpec {
        /** Refuses null. */
        public Check {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(expression, "expression");
        }
    }

    /**
     * FOREIGN KEY.
     *
     * @param referencedColumns empty where the statement leaves them to the primary key
     */
    record ForeignKey(
            Optional<String> name,
            List<String> columns,
            ObjectName referencedTable,
            List<String> referencedColumns,
            boolean notValid,
            boolean enforced)
            implements ConstraintSpec {
        /** Copies the lists. */
        public ForeignKey {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(referencedTable, "referencedTable");
            columns = List.copyOf(columns);
            referencedColumns = List.copyOf(referencedColumns);
        }
    }

    /**
     * UNIQUE.
     *
     * @param usingIndex the index it takes over, if any; then the columns are empty
     */
    record Unique(Optional<String> name, List<String> columns, Optional<String> usingIndex) implements ConstraintSpec {
        /** Copies the list. */
        public Unique {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(usingIndex, "usingIndex");
            columns = List.copyOf(columns);
        }
    }

    /** PRIMARY KEY; see {@link Unique}. */
    record PrimaryKey(Optional<String> name, List<String> columns, Optional<String> usingIndex)
            implements ConstraintSpec {
        /** Copies the list. */
        public PrimaryKey {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(usingIndex, "usingIndex");
            columns = List.copyOf(columns);
        }
    }

    /** NOT NULL as a table constraint, since 18. */
    record NotNull(Optional<String> name, String column, boolean notValid) implements ConstraintSpec {
        /** Refuses null. */
        public NotNull {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(column, "column");
        }
    }

    /** EXCLUDE, kept as text. */
    record Exclusion(Optional<String> name, String definition) implements ConstraintSpec {
        /** Refuses null. */
        public Exclusion {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(definition, "definition");
        }
    }
}

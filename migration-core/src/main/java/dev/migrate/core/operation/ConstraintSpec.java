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
     * @param options what it says beyond the default of MATCH, ON DELETE, ON UPDATE, DEFERRABLE and INITIALLY, as text in
     *     this order
     */
    record ForeignKey(
            Optional<String> name,
            List<String> columns,
            ObjectName referencedTable,
            List<String> referencedColumns,
            boolean notValid,
            boolean enforced,
            Optional<String> options)
            implements ConstraintSpec {
        /** Copies the lists. */
        public ForeignKey {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(options, "options");
            Objects.requireNonNull(referencedTable, "referencedTable");
            columns = List.copyOf(columns);
            referencedColumns = List.copyOf(referencedColumns);
        }

        /** The same key between other columns. */
        public ForeignKey between(List<String> newColumns, List<String> newReferenced, Optional<String> newOptions) {
            return new ForeignKey(name, newColumns, referencedTable, newReferenced, notValid, enforced, newOptions);
        }

        /** The same key to another table. */
        public ForeignKey to(ObjectName table) {
            return new ForeignKey(name, columns, table, referencedColumns, notValid, enforced, options);
        }

        /** The same key under a name, without a check of the rows that exist. */
        public ForeignKey notValidAs(String newName) {
            return new ForeignKey(
                    Optional.of(newName), columns, referencedTable, referencedColumns, true, enforced, options);
        }
    }

    /**
     * UNIQUE.
     *
     * @param usingIndex the index it takes over, if any; then the columns are empty
     * @param options DEFERRABLE and INITIALLY DEFERRED, where it says so
     */
    record Unique(Optional<String> name, List<String> columns, Optional<String> usingIndex, Optional<String> options)
            implements ConstraintSpec {
        /** Copies the list. */
        public Unique {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(usingIndex, "usingIndex");
            Objects.requireNonNull(options, "options");
            columns = List.copyOf(columns);
        }
    }

    /** PRIMARY KEY; see {@link Unique}. */
    record PrimaryKey(
            Optional<String> name, List<String> columns, Optional<String> usingIndex, Optional<String> options)
            implements ConstraintSpec {
        /** Copies the list. */
        public PrimaryKey {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(usingIndex, "usingIndex");
            Objects.requireNonNull(options, "options");
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

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
     * @param noInherit whether partitions and children do not get it
     */
    record Check(Optional<String> name, String expression, boolean notValid, boolean enforced, boolean noInherit)
            implements ConstraintSpec {
        /** Inherited. */
        public Check(Optional<String> name, String expression, boolean notValid, boolean enforced) {
            this(name, expression, notValid, enforced, false);
        }

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
     * @param period whether the last column is a PERIOD, since 18
     */
    record ForeignKey(
            Optional<String> name,
            List<String> columns,
            ObjectName referencedTable,
            List<String> referencedColumns,
            boolean notValid,
            boolean enforced,
            Optional<String> options,
            boolean period)
            implements ConstraintSpec {
        /** Of values, not of periods. */
        public ForeignKey(
                Optional<String> name,
                List<String> columns,
                ObjectName referencedTable,
                List<String> referencedColumns,
                boolean notValid,
                boolean enforced,
                Optional<String> options) {
            this(name, columns, referencedTable, referencedColumns, notValid, enforced, options, false);
        }

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
            return new ForeignKey(
                    name, newColumns, referencedTable, newReferenced, notValid, enforced, newOptions, period);
        }

        /** The same key to another table. */
        public ForeignKey to(ObjectName table) {
            return new ForeignKey(name, columns, table, referencedColumns, notValid, enforced, options, period);
        }

        /** The same key under a name, without a check of the rows that exist. */
        public ForeignKey notValidAs(String newName) {
            return new ForeignKey(
                    Optional.of(newName), columns, referencedTable, referencedColumns, true, enforced, options, period);
        }

        /** The same key, enforced or not. */
        public ForeignKey enforced(boolean newEnforced) {
            return new ForeignKey(
                    name, columns, referencedTable, referencedColumns, notValid, newEnforced, options, period);
        }
    }

    /** UNIQUE or PRIMARY KEY: what an index stands behind. */
    sealed interface Key extends ConstraintSpec {
        /** The columns; none where it takes over an index. */
        List<String> columns();

        /** The index it takes over, if any. */
        Optional<String> usingIndex();

        /** DEFERRABLE and INITIALLY DEFERRED, where it says so. */
        Optional<String> options();

        /** What it says beside these. */
        KeyForm form();

        /** The same key of other columns. */
        Key of(List<String> newColumns, Optional<String> newUsingIndex, KeyForm newForm);
    }

    /**
     * UNIQUE.
     *
     * @param usingIndex the index it takes over, if any; then the columns are empty
     * @param options DEFERRABLE and INITIALLY DEFERRED, where it says so
     */
    record Unique(
            Optional<String> name,
            List<String> columns,
            Optional<String> usingIndex,
            Optional<String> options,
            KeyForm form)
            implements Key {
        /** Of the columns alone. */
        public Unique(
                Optional<String> name, List<String> columns, Optional<String> usingIndex, Optional<String> options) {
            this(name, columns, usingIndex, options, KeyForm.PLAIN);
        }

        /** Copies the list. */
        public Unique {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(usingIndex, "usingIndex");
            Objects.requireNonNull(options, "options");
            Objects.requireNonNull(form, "form");
            columns = List.copyOf(columns);
        }

        @Override
        public Unique of(List<String> newColumns, Optional<String> newUsingIndex, KeyForm newForm) {
            return new Unique(name, newColumns, newUsingIndex, options, newForm);
        }
    }

    /** PRIMARY KEY; see {@link Unique}. */
    record PrimaryKey(
            Optional<String> name,
            List<String> columns,
            Optional<String> usingIndex,
            Optional<String> options,
            KeyForm form)
            implements Key {
        /** Of the columns alone. */
        public PrimaryKey(
                Optional<String> name, List<String> columns, Optional<String> usingIndex, Optional<String> options) {
            this(name, columns, usingIndex, options, KeyForm.PLAIN);
        }

        /** Copies the list. */
        public PrimaryKey {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(usingIndex, "usingIndex");
            Objects.requireNonNull(options, "options");
            Objects.requireNonNull(form, "form");
            columns = List.copyOf(columns);
        }

        @Override
        public PrimaryKey of(List<String> newColumns, Optional<String> newUsingIndex, KeyForm newForm) {
            return new PrimaryKey(name, newColumns, newUsingIndex, options, newForm);
        }
    }

    /**
     * What a key says beside its columns.
     *
     * @param including the columns of INCLUDE
     * @param nullsNotDistinct whether two NULLs count as equal, since 15
     * @param withoutOverlaps whether the last column is a range that may not overlap, since 18
     */
    record KeyForm(List<String> including, boolean nullsNotDistinct, boolean withoutOverlaps) {
        /** Nothing more. */
        public static final KeyForm PLAIN = new KeyForm(List.of(), false, false);

        /** Copies the list. */
        public KeyForm {
            including = List.copyOf(including);
        }
    }

    /**
     * NOT NULL with a name, or as a table constraint, which it is since 18.
     *
     * @param noInherit whether children do not get it
     */
    record NotNull(Optional<String> name, String column, boolean notValid, boolean noInherit)
            implements ConstraintSpec {
        /** Inherited. */
        public NotNull(Optional<String> name, String column, boolean notValid) {
            this(name, column, notValid, false);
        }

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

package dev.migrate.core.operation;

import java.util.List;
import java.util.Optional;

/**
 * What one statement, or one sub-command of an ALTER TABLE, does to the schema. What it costs (locks, rewrite, scan) and
 * whether it widens is asked of its effects, with the schema before it and the server's version.
 */
public sealed interface DdlOperation {
    /** The table that the operation names; empty for indexes, which do not name theirs, and for what has no table. */
    default Optional<ObjectName> onTable() {
        return Optional.empty();
    }

    /** The table or index that the operation names; empty for what could not be read. */
    default Optional<ObjectName> subject() {
        return onTable();
    }

    /**
     * CREATE TABLE.
     *
     * @param temporary whether only this session sees it: then it is no part of the schema
     */
    record CreateTable(
            ObjectName table,
            List<ColumnSpec> columns,
            List<ConstraintSpec> constraints,
            boolean ifNotExists,
            boolean temporary)
            implements DdlOperation {
        @Override
        public Optional<ObjectName> onTable() {
            return Optional.of(table);
        }

        /** A table that stays. */
        public CreateTable(
                ObjectName table, List<ColumnSpec> columns, List<ConstraintSpec> constraints, boolean ifNotExists) {
            this(table, columns, constraints, ifNotExists, false);
        }

        /** Copies the lists. */
        public CreateTable {
            columns = List.copyOf(columns);
            constraints = List.copyOf(constraints);
        }
    }

    /** DROP TABLE, one operation a table. */
    record DropTable(ObjectName table, boolean ifExists, boolean cascade) implements DdlOperation {
        @Override
        public Optional<ObjectName> onTable() {
            return Optional.of(table);
        }
    }

    /** ALTER TABLE … RENAME TO. */
    record RenameTable(ObjectName table, String newName) implements DdlOperation {
        @Override
        public Optional<ObjectName> onTable() {
            return Optional.of(table);
        }
    }

    /** ALTER TABLE … ADD COLUMN. */
    record AddColumn(ObjectName table, ColumnSpec column, boolean ifNotExists) implements DdlOperation {
        @Override
        public Optional<ObjectName> onTable() {
            return Optional.of(table);
        }
    }

    /** ALTER TABLE … DROP COLUMN. */
    record DropColumn(ObjectName table, String column, boolean ifExists, boolean cascade) implements DdlOperation {
        @Override
        public Optional<ObjectName> onTable() {
            return Optional.of(table);
        }
    }

    /** ALTER TABLE … RENAME COLUMN. */
    record RenameColumn(ObjectName table, String column, String newName) implements DdlOperation {
        @Override
        public Optional<ObjectName> onTable() {
            return Optional.of(table);
        }
    }

    /** ALTER TABLE … ALTER COLUMN … SET NOT NULL. */
    record SetNotNull(ObjectName table, String column) implements DdlOperation {
        @Override
        public Optional<ObjectName> onTable() {
            return Optional.of(table);
        }
    }

    /** ALTER TABLE … ALTER COLUMN … DROP NOT NULL. */
    record DropNotNull(ObjectName table, String column) implements DdlOperation {
        @Override
        public Optional<ObjectName> onTable() {
            return Optional.of(table);
        }
    }

    /** ALTER TABLE … ALTER COLUMN … SET DEFAULT. */
    record SetDefault(ObjectName table, String column, String expression) implements DdlOperation {
        @Override
        public Optional<ObjectName> onTable() {
            return Optional.of(table);
        }
    }

    /** ALTER TABLE … ALTER COLUMN … DROP DEFAULT. */
    record DropDefault(ObjectName table, String column) implements DdlOperation {
        @Override
        public Optional<ObjectName> onTable() {
            return Optional.of(table);
        }
    }

    /** ALTER TABLE … ALTER COLUMN … TYPE. */
    record AlterColumnType(ObjectName table, String column, DataType type, Optional<String> using)
            implements DdlOperation {
        @Override
        public Optional<ObjectName> onTable() {
            return Optional.of(table);
        }
    }

    /** ALTER TABLE … ADD constraint. */
    record AddConstraint(ObjectName table, ConstraintSpec constraint) implements DdlOperation {
        @Override
        public Optional<ObjectName> onTable() {
            return Optional.of(table);
        }
    }

    /** ALTER TABLE … VALIDATE CONSTRAINT. */
    record ValidateConstraint(ObjectName table, String constraint) implements DdlOperation {
        @Override
        public Optional<ObjectName> onTable() {
            return Optional.of(table);
        }
    }

    /** ALTER TABLE … DROP CONSTRAINT. */
    record DropConstraint(ObjectName table, String constraint, boolean ifExists, boolean cascade)
            implements DdlOperation {
        @Override
        public Optional<ObjectName> onTable() {
            return Optional.of(table);
        }
    }

    /** ALTER TABLE … RENAME CONSTRAINT. */
    record RenameConstraint(ObjectName table, String constraint, String newName) implements DdlOperation {
        @Override
        public Optional<ObjectName> onTable() {
            return Optional.of(table);
        }
    }

    /**
     * CREATE INDEX.
     *
     * @param index the name, if the statement gives one
     * @param keys the columns' names, or the text of an expression in parentheses
     * @param method the access method, {@code btree} where none is named
     * @param where the condition of a partial index
     */
    record CreateIndex(
            Optional<String> index,
            ObjectName table,
            List<String> keys,
            List<String> including,
            boolean unique,
            boolean concurrently,
            boolean ifNotExists,
            String method,
            Optional<String> where)
            implements DdlOperation {
        @Override
        public Optional<ObjectName> onTable() {
            return Optional.of(table);
        }

        /** Copies the lists. */
        public CreateIndex {
            keys = List.copyOf(keys);
            including = List.copyOf(including);
        }
    }

    /** DROP INDEX, one operation an index. */
    record DropIndex(ObjectName index, boolean concurrently, boolean ifExists, boolean cascade)
            implements DdlOperation {
        @Override
        public Optional<ObjectName> subject() {
            return Optional.of(index);
        }
    }

    /** ALTER INDEX … RENAME TO. */
    record RenameIndex(ObjectName index, String newName) implements DdlOperation {
        @Override
        public Optional<ObjectName> subject() {
            return Optional.of(index);
        }
    }

    /**
     * INSERT, UPDATE, DELETE, MERGE or TRUNCATE on a table.
     *
     * @param cascade whether a TRUNCATE also empties each table that references this one
     */
    record DataChange(Verb verb, ObjectName table, boolean cascade) implements DdlOperation {
        /** Of this table alone. */
        public DataChange(Verb verb, ObjectName table) {
            this(verb, table, false);
        }

        @Override
        public Optional<ObjectName> onTable() {
            return Optional.of(table);
        }

        /** The statement's first word. */
        public enum Verb {
            /** INSERT. */
            INSERT,
            /** UPDATE. */
            UPDATE,
            /** DELETE. */
            DELETE,
            /** MERGE. */
            MERGE,
            /** TRUNCATE. */
            TRUNCATE
        }
    }

    /**
     * How a table or one of its columns is kept: one record for all of them, because no rule asks what the value is.
     *
     * @param column the column, where it is a setting of one
     */
    record TableSetting(ObjectName table, Optional<String> column, Kind kind) implements DdlOperation {
        @Override
        public Optional<ObjectName> onTable() {
            return Optional.of(table);
        }

        /** What is set. */
        public enum Kind {
            /** SET STATISTICS of a column. */
            STATISTICS,
            /** SET or RESET of a column's options in parentheses. */
            COLUMN_OPTIONS,
            /** SET STORAGE of a column. */
            STORAGE,
            /** SET COMPRESSION of a column. */
            COMPRESSION,
            /** SET or RESET of the table's storage parameters in parentheses. */
            STORAGE_PARAMETERS,
            /** SET LOGGED. */
            LOGGED,
            /** SET UNLOGGED. */
            UNLOGGED,
            /** The statement CLUSTER, which writes the table in the order of an index. */
            CLUSTER,
            /** ENABLE ROW LEVEL SECURITY. */
            ENABLE_ROW_SECURITY,
            /** DISABLE ROW LEVEL SECURITY. */
            DISABLE_ROW_SECURITY,
            /** FORCE ROW LEVEL SECURITY. */
            FORCE_ROW_SECURITY,
            /** NO FORCE ROW LEVEL SECURITY. */
            NO_FORCE_ROW_SECURITY;

            /** The words for people. */
            public String words() {
                String words = name().replace('_', ' ');
                return switch (this) {
                    case LOGGED, UNLOGGED, STATISTICS, STORAGE, COMPRESSION, COLUMN_OPTIONS, STORAGE_PARAMETERS ->
                        "SET " + words;
                    case CLUSTER -> words;
                    default -> words.replace("ROW", "ROW LEVEL");
                };
            }
        }
    }

    /**
     * A statement that is understood to change nothing the rules look at and to wait for nobody: COMMENT, a SET LOCAL, a
     * SELECT without locking.
     *
     * @param statement its first words, upper case
     */
    record Harmless(String statement) implements DdlOperation {}

    /**
     * What could not be read: reported, never passed as safe.
     *
     * @param reason why, as a claim that completes "could not be read: …"
     */
    record Opaque(String reason) implements DdlOperation {}
}

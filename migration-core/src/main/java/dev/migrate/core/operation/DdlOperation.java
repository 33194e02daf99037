package dev.migrate.core.operation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one statement, or one sub-command of an ALTER TABLE, does to the schema. What it costs (locks, rewrite, scan) and
 * whether it widens is asked of its effects, with the schema before it and the server's version.
 */
public sealed interface DdlOperation
        permits DdlOperation.OfTable,
                DdlOperation.OfIndex,
                Maintenance,
                ObjectChange,
                TypeOperation,
                SessionChange,
                DdlOperation.Harmless,
                DdlOperation.Opaque {
    /** The table that the operation names; empty for indexes, which do not name theirs, and for what has no table. */
    default Optional<ObjectName> onTable() {
        return Optional.empty();
    }

    /** The table or index that the operation names; empty for what could not be read. */
    default Optional<ObjectName> subject() {
        return onTable();
    }

    /** An operation that names its table. */
    sealed interface OfTable extends DdlOperation {
        /** The table. */
        ObjectName table();

        @Override
        default Optional<ObjectName> onTable() {
            return Optional.of(table());
        }
    }

    /** An operation on an index that is there, which does not name the index's table. */
    sealed interface OfIndex extends DdlOperation {
        /** The index. */
        ObjectName index();

        @Override
        default Optional<ObjectName> subject() {
            return Optional.of(index());
        }
    }

    /**
     * CREATE TABLE, CREATE TABLE … AS and SELECT … INTO.
     *
     * @param form what it says beside columns and constraints
     */
    record CreateTable(
            ObjectName table,
            List<ColumnSpec> columns,
            List<ConstraintSpec> constraints,
            boolean ifNotExists,
            TableForm form)
            implements OfTable {
        /** A plain table. */
        public CreateTable(
                ObjectName table, List<ColumnSpec> columns, List<ConstraintSpec> constraints, boolean ifNotExists) {
            this(table, columns, constraints, ifNotExists, TableForm.PLAIN);
        }

        /** Copies the lists. */
        public CreateTable {
            Objects.requireNonNull(form, "form");
            columns = List.copyOf(columns);
            constraints = List.copyOf(constraints);
        }

        /** Whether only this session sees it: then it is no part of the schema. */
        public boolean temporary() {
            return form.temporary();
        }
    }

    /** DROP TABLE, one operation a table. */
    record DropTable(ObjectName table, boolean ifExists, boolean cascade) implements OfTable {}

    /** ALTER TABLE … RENAME TO. */
    record RenameTable(ObjectName table, String newName) implements OfTable {}

    /** ALTER TABLE … SET SCHEMA. */
    record SetTableSchema(ObjectName table, String schema) implements OfTable {}

    /** ALTER TABLE … ADD COLUMN. */
    record AddColumn(ObjectName table, ColumnSpec column, boolean ifNotExists) implements OfTable {}

    /** ALTER TABLE … DROP COLUMN. */
    record DropColumn(ObjectName table, String column, boolean ifExists, boolean cascade) implements OfTable {}

    /** ALTER TABLE … RENAME COLUMN. */
    record RenameColumn(ObjectName table, String column, String newName) implements OfTable {}

    /** ALTER TABLE … ALTER COLUMN … SET NOT NULL. */
    record SetNotNull(ObjectName table, String column) implements OfTable {}

    /** ALTER TABLE … ALTER COLUMN … DROP NOT NULL. */
    record DropNotNull(ObjectName table, String column) implements OfTable {}

    /** ALTER TABLE … ALTER COLUMN … SET DEFAULT. */
    record SetDefault(ObjectName table, String column, String expression, boolean only) implements OfTable {
        /** Of the table and its partitions. */
        public SetDefault(ObjectName table, String column, String expression) {
            this(table, column, expression, false);
        }
    }

    /** ALTER TABLE … ALTER COLUMN … DROP DEFAULT. */
    record DropDefault(ObjectName table, String column, boolean only) implements OfTable {
        /** Of the table and its partitions. */
        public DropDefault(ObjectName table, String column) {
            this(table, column, false);
        }
    }

    /**
     * ALTER TABLE … ALTER COLUMN … TYPE.
     *
     * @param collation the collation's name, where COLLATE stands; else the column gets that of its type
     */
    record AlterColumnType(
            ObjectName table, String column, DataType type, Optional<String> using, Optional<String> collation)
            implements OfTable {
        /** Without COLLATE. */
        public AlterColumnType(ObjectName table, String column, DataType type, Optional<String> using) {
            this(table, column, type, using, Optional.empty());
        }
    }

    /**
     * How a column that is there gets values by itself: GENERATED and IDENTITY.
     *
     * @param detail the expression of SET EXPRESSION; ALWAYS or BY DEFAULT of ADD and of ALTER, if it says one
     */
    record AlterGeneration(ObjectName table, String column, Action action, Optional<String> detail) implements OfTable {
        /** What is done. */
        public enum Action {
            /** SET EXPRESSION AS (…), since 17. */
            SET_EXPRESSION,
            /** DROP EXPRESSION: the values stay, the column becomes a plain one. */
            DROP_EXPRESSION,
            /** ADD GENERATED … AS IDENTITY. */
            ADD_IDENTITY,
            /** SET GENERATED …, SET sequence option, RESTART. */
            ALTER_IDENTITY,
            /** DROP IDENTITY. */
            DROP_IDENTITY
        }
    }

    /**
     * ALTER TABLE … ADD constraint.
     *
     * @param only whether ONLY stands in front of the table: then its partitions do not get it
     */
    record AddConstraint(ObjectName table, ConstraintSpec constraint, boolean only) implements OfTable {
        /** For the table and its partitions. */
        public AddConstraint(ObjectName table, ConstraintSpec constraint) {
            this(table, constraint, false);
        }
    }

    /** ALTER TABLE … VALIDATE CONSTRAINT. */
    record ValidateConstraint(ObjectName table, String constraint) implements OfTable {}

    /**
     * ALTER TABLE … ALTER CONSTRAINT.
     *
     * @param deferral DEFERRABLE, INITIALLY DEFERRED and their opposites as text, where it names one
     */
    record AlterConstraint(ObjectName table, String constraint, Change change, Optional<String> deferral)
            implements OfTable {
        /** What changes. */
        public enum Change {
            /** When a key is checked, and nothing else. */
            DEFERRAL,
            /** ENFORCED, since 18. */
            ENFORCED,
            /** NOT ENFORCED, since 18. */
            NOT_ENFORCED,
            /** INHERIT of a NOT NULL, since 18. */
            INHERIT,
            /** NO INHERIT of a NOT NULL, since 18. */
            NO_INHERIT
        }
    }

    /** ALTER TABLE … DROP CONSTRAINT. */
    record DropConstraint(ObjectName table, String constraint, boolean ifExists, boolean cascade) implements OfTable {}

    /** ALTER TABLE … RENAME CONSTRAINT. */
    record RenameConstraint(ObjectName table, String constraint, String newName) implements OfTable {}

    /**
     * ALTER TABLE … INHERIT and NO INHERIT.
     *
     * @param table the child
     * @param ends whether it is NO INHERIT
     */
    record Inherit(ObjectName table, ObjectName parent, boolean ends) implements OfTable {}

    /**
     * ALTER TABLE … ATTACH PARTITION.
     *
     * @param table the partitioned table
     */
    record AttachPartition(ObjectName table, ObjectName partition, PartitionBound bound) implements OfTable {}

    /**
     * ALTER TABLE … DETACH PARTITION.
     *
     * @param table the partitioned table
     */
    record DetachPartition(ObjectName table, ObjectName partition, Mode mode) implements OfTable {
        /** How it waits. */
        public enum Mode {
            /** In one transaction. */
            PLAIN,
            /** CONCURRENTLY, since 14. */
            CONCURRENTLY,
            /** FINALIZE, of one that was stopped. */
            FINALIZE
        }
    }

    /**
     * CREATE INDEX.
     *
     * @param index the name, if the statement gives one
     * @param keys the columns' names, or the text of an expression in parentheses
     * @param method the access method, {@code btree} where none is named
     * @param where the condition of a partial index
     * @param form what it says beside these
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
            Optional<String> where,
            IndexForm form)
            implements OfTable {
        /** Without more. */
        public CreateIndex(
                Optional<String> index,
                ObjectName table,
                List<String> keys,
                List<String> including,
                boolean unique,
                boolean concurrently,
                boolean ifNotExists,
                String method,
                Optional<String> where) {
            this(index, table, keys, including, unique, concurrently, ifNotExists, method, where, IndexForm.PLAIN);
        }

        /** Copies the lists. */
        public CreateIndex {
            Objects.requireNonNull(form, "form");
            keys = List.copyOf(keys);
            including = List.copyOf(including);
        }
    }

    /** DROP INDEX, one operation an index. */
    record DropIndex(ObjectName index, boolean concurrently, boolean ifExists, boolean cascade) implements OfIndex {}

    /** ALTER INDEX … RENAME TO. */
    record RenameIndex(ObjectName index, String newName) implements OfIndex {}

    /** ALTER INDEX … ATTACH PARTITION: an index of a partition becomes part of the partitioned table's. */
    record AttachIndex(ObjectName index, ObjectName partition) implements OfIndex {}

    /**
     * How an index is kept.
     *
     * @param value what is set, as text, where there is a value
     */
    record IndexSetting(ObjectName index, Kind kind, Optional<String> value) implements OfIndex {
        /** What is set. */
        public enum Kind {
            /** SET and RESET of storage parameters; the value is their names with commas between them. */
            STORAGE_PARAMETERS,
            /** SET TABLESPACE. */
            TABLESPACE,
            /** ALTER COLUMN … SET STATISTICS. */
            STATISTICS,
            /** [NO] DEPENDS ON EXTENSION. */
            EXTENSION
        }
    }

    /**
     * INSERT, UPDATE, DELETE, MERGE or TRUNCATE on a table.
     *
     * @param cascade whether a TRUNCATE also empties each table that references this one
     * @param only whether ONLY stands in front of the table: then what inherits from it is left alone
     */
    record DataChange(Verb verb, ObjectName table, boolean cascade, boolean only) implements OfTable {
        /** Of this table and what inherits from it. */
        public DataChange(Verb verb, ObjectName table, boolean cascade) {
            this(verb, table, cascade, false);
        }

        /** Of this table alone. */
        public DataChange(Verb verb, ObjectName table) {
            this(verb, table, false, false);
        }

        /** The statement's first word. */
        public enum Verb {
            /** INSERT, and COPY … FROM. */
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

    /** LOCK TABLE, one operation a table; in ROW SHARE mode also SELECT … FOR UPDATE and its kin. */
    record LockTable(ObjectName table, LockMode mode, boolean only) implements OfTable {
        /** Of the table and what inherits from it. */
        public LockTable(ObjectName table, LockMode mode) {
            this(table, mode, false);
        }
    }

    /**
     * How a table or one of its columns is kept: one record for all of them, because no rule asks what the value is.
     *
     * @param column the column, where it is a setting of one
     * @param value what is set, as text, where there is a value that the effect depends on
     */
    record TableSetting(ObjectName table, Optional<String> column, SettingKind kind, Optional<String> value)
            implements OfTable {
        /** Without a value. */
        public TableSetting(ObjectName table, Optional<String> column, SettingKind kind) {
            this(table, column, kind, Optional.empty());
        }
    }

    /**
     * A statement that is understood to change nothing the rules look at and to wait for nobody: a SET LOCAL, a SELECT
     * without locking.
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

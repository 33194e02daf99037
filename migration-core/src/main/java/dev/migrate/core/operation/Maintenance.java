package dev.migrate.core.operation;

import java.util.Objects;
import java.util.Optional;

/**
 * Work on what is stored, which leaves the schema as it is.
 *
 * @param relation the table, index or materialized view; empty where the statement works on all that there are, or on a
 *     whole schema or database
 * @param concurrently whether CONCURRENTLY stands there
 */
public record Maintenance(Kind kind, Optional<ObjectName> relation, boolean concurrently) implements DdlOperation {
    /** Refuses null. */
    public Maintenance {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(relation, "relation");
    }

    @Override
    public Optional<ObjectName> onTable() {
        return kind == Kind.REINDEX_INDEX ? Optional.empty() : relation;
    }

    @Override
    public Optional<ObjectName> subject() {
        return relation;
    }

    /** What is done. */
    public enum Kind {
        /** VACUUM, with ANALYZE or without. */
        VACUUM,
        /** VACUUM FULL, which writes the table anew. */
        VACUUM_FULL,
        /** ANALYZE. */
        ANALYZE,
        /** CLUSTER, which writes the table in the order of an index. */
        CLUSTER,
        /** REINDEX INDEX. */
        REINDEX_INDEX,
        /** REINDEX TABLE. */
        REINDEX_TABLE,
        /** REINDEX SCHEMA. */
        REINDEX_SCHEMA,
        /** REINDEX DATABASE. */
        REINDEX_DATABASE,
        /** REINDEX SYSTEM. */
        REINDEX_SYSTEM,
        /** REFRESH MATERIALIZED VIEW. */
        REFRESH,
        /** REFRESH MATERIALIZED VIEW … WITH NO DATA, after which the view cannot be read. */
        REFRESH_EMPTY,
        /** ALTER TABLE, INDEX or MATERIALIZED VIEW ALL IN TABLESPACE … SET TABLESPACE. */
        MOVE_TABLESPACE;

        /** The words for people. */
        public String words() {
            return switch (this) {
                case REFRESH, REFRESH_EMPTY -> "REFRESH MATERIALIZED VIEW";
                case MOVE_TABLESPACE -> "SET TABLESPACE";
                default -> name().replace('_', ' ');
            };
        }
    }
}

package dev.migrate.core.operation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a table is beside its columns, constraints and indexes.
 *
 * @param likes the tables whose columns it copies
 * @param parents the tables that it inherits from, or the one that it is a partition of
 * @param bound the rows that it takes, if it is a partition
 * @param partitionBy how it is partitioned, if it is
 * @param ofType the composite type that it has the columns of
 * @param ofQuery whether its columns are those of a query
 * @param accessMethod the access method, if one is named
 * @param tablespace the tablespace, if one is named
 */
public record TableForm(
        Persistence persistence,
        List<Like> likes,
        List<ObjectName> parents,
        Optional<PartitionBound> bound,
        Optional<PartitionKey> partitionBy,
        Optional<ObjectName> ofType,
        boolean ofQuery,
        Optional<String> accessMethod,
        Optional<String> tablespace) {
    /** A permanent table with nothing special about it. */
    public static final TableForm PLAIN = new TableForm(
            Persistence.PERMANENT,
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty());

    /** Copies the lists. */
    public TableForm {
        Objects.requireNonNull(persistence, "persistence");
        Objects.requireNonNull(bound, "bound");
        Objects.requireNonNull(partitionBy, "partitionBy");
        Objects.requireNonNull(ofType, "ofType");
        Objects.requireNonNull(accessMethod, "accessMethod");
        Objects.requireNonNull(tablespace, "tablespace");
        likes = List.copyOf(likes);
        parents = List.copyOf(parents);
    }

    /** Whether only this session sees it. */
    public boolean temporary() {
        return persistence == Persistence.TEMPORARY;
    }

    /** Whether its rows are not in the write-ahead log: a crash empties it, and replicas do not have them. */
    public boolean unlogged() {
        return persistence == Persistence.UNLOGGED;
    }

    /** Whether it is divided into partitions, and holds no rows itself. */
    public boolean partitioned() {
        return partitionBy.isPresent();
    }

    /** The same, kept otherwise. */
    public TableForm with(Persistence other) {
        return new TableForm(other, likes, parents, bound, partitionBy, ofType, ofQuery, accessMethod, tablespace);
    }

    /** The same under other tables. */
    public TableForm under(List<ObjectName> others, Optional<PartitionBound> newBound) {
        return new TableForm(
                persistence, likes, others, newBound, partitionBy, ofType, ofQuery, accessMethod, tablespace);
    }

    /** The same with another access method or tablespace. */
    public TableForm storedIn(Optional<String> method, Optional<String> space) {
        return new TableForm(persistence, likes, parents, bound, partitionBy, ofType, ofQuery, method, space);
    }

    /** How long rows last. */
    public enum Persistence {
        /** As usual. */
        PERMANENT,
        /** Until a crash. */
        UNLOGGED,
        /** Until the session ends. */
        TEMPORARY
    }

    /**
     * LIKE in a list of columns.
     *
     * @param including what is copied beside names, types, NOT NULL
     */
    public record Like(ObjectName table, List<Copied> including) {
        /** Copies the list. */
        public Like {
            Objects.requireNonNull(table, "table");
            including = List.copyOf(including);
        }

        /** What INCLUDING can name. */
        public enum Copied {
            /** Comments. */
            COMMENTS,
            /** How columns are compressed, since 14. */
            COMPRESSION,
            /** CHECK constraints. */
            CONSTRAINTS,
            /** Defaults. */
            DEFAULTS,
            /** Generation expressions. */
            GENERATED,
            /** Identity. */
            IDENTITY,
            /** Indexes, and the keys and exclusions that have one. */
            INDEXES,
            /** Extended statistics. */
            STATISTICS,
            /** How columns are stored. */
            STORAGE
        }
    }

    /**
     * PARTITION BY.
     *
     * @param strategy {@code range}, {@code list} or {@code hash}
     * @param keys the columns' names, or the text of an expression in parentheses
     */
    public record PartitionKey(String strategy, List<String> keys) {
        /** Copies the list. */
        public PartitionKey {
            Objects.requireNonNull(strategy, "strategy");
            keys = List.copyOf(keys);
        }
    }
}

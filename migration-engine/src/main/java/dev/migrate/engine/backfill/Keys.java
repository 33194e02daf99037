package dev.migrate.engine.backfill;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Ranges over the key. */
final class Keys {
    private Keys() {}

    static String between(FilledTable table, Optional<Long> done, long last) {
        String upper = table.quotedKey() + " <= '" + last + "'::bigint";
        return done.map(value -> table.quotedKey() + " > '" + value + "'::bigint AND " + upper)
                .orElse(upper);
    }

    /** The keys that are there now. */
    static Optional<BackfillJournal.Range> all(Connection connection, FilledTable table) throws SQLException {
        return Query.one(
                connection,
                "SELECT min(" + table.quotedKey() + ")::bigint, max(" + table.quotedKey() + ")::bigint FROM "
                        + table.sql(),
                row -> {
                    long first = row.getLong(1);
                    boolean none = row.wasNull();
                    return none ? Optional.empty() : Optional.of(new BackfillJournal.Range(first, row.getLong(2)));
                });
    }

    /** The last of the next so many keys; empty if none is left, which alone is the end: a batch can be empty. */
    static Optional<Long> lastOfNext(Connection connection, FilledTable table, Optional<Long> done, long end, int batch)
            throws SQLException {
        return Query.one(
                connection,
                "SELECT max(key)::bigint FROM (SELECT " + table.quotedKey() + " AS key FROM " + table.sql() + " WHERE "
                        + between(table, done, end) + " ORDER BY 1 LIMIT " + batch + ") AS next",
                row -> {
                    long last = row.getLong(1);
                    return row.wasNull() ? Optional.empty() : Optional.of(last);
                });
    }

    /** The planner's estimate of the table's rows, -1 if it was never counted. */
    static long estimate(Connection connection, FilledTable table) throws SQLException {
        return Query.one(
                connection,
                "SELECT greatest(c.reltuples, -1)::bigint FROM pg_catalog.pg_class c WHERE c.oid = "
                        + dev.migrate.core.operation.Identifiers.literal(table.sql()) + "::pg_catalog.regclass",
                row -> row.getLong(1) == 0 ? -1 : row.getLong(1));
    }
}

package dev.migrate.engine.backfill;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The server computes: one statement a batch. */
record SqlFiller(FilledTable table, BackfillJournal journal, String expression) implements Filler {
    @Override
    public Optional<Moved> fill(Connection connection, Optional<Long> done, long last, int nextBatch)
            throws SQLException {
        // The line break ends a comment at the end of the expression.
        String sql = "WITH " + journal.turn(done) + ", filled AS (UPDATE " + table.sql() + " SET "
                + table.quotedColumn()
                + " = (" + expression + "\n) WHERE " + Keys.between(table, done, last) + " AND " + table.quotedColumn()
                + " IS NULL AND EXISTS (SELECT FROM turn) RETURNING " + table.quotedColumn() + ") "
                + journal.move(
                        done,
                        "'" + last + "'::bigint",
                        "(SELECT pg_catalog.count(*) FROM filled WHERE " + table.quotedColumn() + " IS NOT NULL)",
                        nextBatch);
        return Query.all(connection, sql, row -> new Moved(row.getLong(1), Optional.of(row.getLong(2)))).stream()
                .findFirst();
    }

    @Override
    public long missing(Connection connection, BackfillJournal.Range range) throws SQLException {
        return Query.one(
                connection,
                "SELECT pg_catalog.count(*) FROM " + table.sql() + " WHERE " + table.quotedKey() + " BETWEEN '"
                        + range.first() + "'::bigint AND '" + range.last() + "'::bigint AND " + table.quotedColumn()
                        + " IS NULL AND (" + expression + "\n) IS NOT NULL",
                row -> row.getLong(1));
    }
}

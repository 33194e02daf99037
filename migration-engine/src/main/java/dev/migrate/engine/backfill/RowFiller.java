package dev.migrate.engine.backfill;

import dev.migrate.core.operation.Identifiers;
import dev.migrate.engine.MigrateException.UserFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Java computes. Rows are read without locks, outside a transaction; what was computed is written where the row is still
 * the one that was read ({@code xmin} says so). The journal moves only when all of a batch was: else the rest is read
 * again.
 */
record RowFiller(
        FilledTable table,
        BackfillJournal journal,
        ModelTypes model,
        List<String> columns,
        Function<Object[], Object[]> function,
        String migration)
        implements Filler {
    private static final int PAGE = 1000;

    private record Computed(long key, String version, String value) {}

    @Override
    public Optional<Moved> fill(Connection connection, Optional<Long> done, long last, int nextBatch)
            throws SQLException {
        List<Computed> rows = computed(connection, Keys.between(table, done, last), Integer.MAX_VALUE);
        String all = "'" + last + "'::bigint";
        String sql = rows.isEmpty()
                ? journal.move(done, all, "0", nextBatch)
                : "WITH " + journal.turn(done) + ", computed (key, version, value) AS (VALUES " + values(rows)
                        + "), filled AS (UPDATE " + table.sql() + " AS target SET " + table.quotedColumn()
                        + " = computed.value FROM computed WHERE target." + table.quotedKey()
                        + " = computed.key AND target.xmin::text = computed.version AND target."
                        + table.quotedColumn() + " IS NULL AND EXISTS (SELECT FROM turn) RETURNING 1) "
                        + journal.move(
                                done,
                                "CASE WHEN (SELECT pg_catalog.count(*) FROM filled) = " + rows.size() + " THEN " + all
                                        + " ELSE " + BackfillJournal.literal(done) + " END",
                                "(SELECT pg_catalog.count(*) FROM filled)",
                                nextBatch);
        return Query.all(
                        connection,
                        sql,
                        row -> new Moved(row.getLong(1), Optional.ofNullable(row.getObject(2, Long.class))))
                .stream()
                .findFirst();
    }

    private String values(List<Computed> rows) {
        return rows.stream()
                .map(row -> "('" + row.key() + "'::bigint, '" + row.version() + "', " + Identifiers.literal(row.value())
                        + "::" + table.columnType() + ")")
                .collect(Collectors.joining(", "));
    }

    /** The rows without a value for which the function has one. */
    private List<Computed> computed(Connection connection, String range, int limit) throws SQLException {
        String sql = "SELECT " + table.quotedKey() + ", xmin::text"
                + columns.stream()
                        .map(column -> ", " + Identifiers.quote(column))
                        .collect(Collectors.joining())
                + " FROM " + table.sql() + " WHERE " + range + " AND " + table.quotedColumn() + " IS NULL ORDER BY 1"
                + (limit == Integer.MAX_VALUE ? "" : " LIMIT " + limit);
        List<Computed> computed = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                long key = rows.getLong(1);
                String version = rows.getString(2);
                value(key, model(rows, key)).ifPresent(value -> computed.add(new Computed(key, version, value)));
            }
        }
        return computed;
    }

    private @Nullable Object[] model(java.sql.ResultSet rows, long key) throws SQLException {
        try {
            return model.read(rows, 3);
        } catch (ModelTypes.NullInPrimitive missing) {
            throw new UserFailure(
                    table.name() + "." + missing.getMessage() + " is NULL in the row with " + table.key() + " = " + key
                            + ", and the model of " + migration + " has no place for it",
                    "fix:    give the component a type that can be null, such as Integer instead of int",
                    "note:   the batches before this row are done; the backfill goes on from here");
        }
    }

    private Optional<String> value(long key, @Nullable Object[] row) {
        Object value;
        try {
            value = function.apply(row)[0];
        } catch (RuntimeException | LinkageError thrown) {
            throw new UserFailure(
                    thrown,
                    "the function of " + migration + " fails on the row of " + table.name() + " with " + table.key()
                            + " = " + key,
                    "found:  " + thrown,
                    "fix:    make the function work for that row, and apply again",
                    "note:   the batches before this row are done, and nothing of this one is written");
        }
        if (value == null) {
            return Optional.empty();
        }
        String text = ValueText.of(value)
                .orElseThrow(() -> new UserFailure(
                        "the function of " + migration + " gives a "
                                + value.getClass().getName() + ", which cannot be written to " + table.filled(),
                        "found:  in the row with " + table.key() + " = " + key,
                        "fix:    give a text, number, boolean, UUID, date, time, byte[] or enum constant"));
        if (text.indexOf('\0') >= 0) {
            throw new UserFailure(
                    "the function of " + migration
                            + " gives a text with a NUL character, which PostgreSQL cannot store",
                    "found:  in the row with " + table.key() + " = " + key);
        }
        return Optional.of(text);
    }

    @Override
    public long missing(Connection connection, BackfillJournal.Range range) throws SQLException {
        // Rows for which the function has no value stay NULL for good, so each page begins after the last NULL seen.
        long missing = 0;
        Optional<Long> after = Optional.empty();
        while (true) {
            String keys = Keys.between(table, after, range.last()) + " AND " + table.quotedKey() + " >= '"
                    + range.first() + "'::bigint";
            Optional<Long> lastNull = Query.one(
                    connection,
                    "SELECT max(key)::bigint FROM (SELECT " + table.quotedKey() + " AS key FROM " + table.sql()
                            + " WHERE " + keys + " AND " + table.quotedColumn() + " IS NULL ORDER BY 1 LIMIT " + PAGE
                            + ") AS page",
                    row -> Optional.ofNullable(row.getObject(1, Long.class)));
            if (lastNull.isEmpty()) {
                return missing;
            }
            missing += computed(connection, keys, PAGE).size();
            after = lastNull;
        }
    }
}

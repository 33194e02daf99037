package dev.migrate.engine.backfill;

import dev.migrate.core.operation.Identifiers;
import dev.migrate.engine.MigrateException.ToolFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;

/** How far each backfill came: a row a backfill, moved by the statement that fills a batch. */
public final class BackfillJournal {
    /** The table; {@code %1$s} stands for the quoted schema of the tool's tables. */
    public static final String TABLE = """
            CREATE TABLE IF NOT EXISTS %1$s.backfill (
              app text NOT NULL,
              schema text NOT NULL,
              name text NOT NULL,
              unit integer NOT NULL,
              first_key bigint,
              last_key bigint,
              done_key bigint,
              rows bigint NOT NULL DEFAULT 0,
              total bigint NOT NULL,
              batch integer NOT NULL,
              started_at timestamptz NOT NULL DEFAULT pg_catalog.clock_timestamp(),
              moved_at timestamptz NOT NULL DEFAULT pg_catalog.clock_timestamp(),
              converged_at timestamptz,
              PRIMARY KEY (app, schema, name, unit))""";

    private final Key key;

    /** The journal's row of a backfill. */
    public BackfillJournal(Key key) {
        this.key = key;
    }

    /**
     * Which backfill.
     *
     * @param tables the schema of the tool's tables
     * @param unit its number within the migration, from 1
     */
    public record Key(String tables, String app, String schema, String migration, int unit) {
        /** Refuses null. */
        public Key {
            Objects.requireNonNull(tables, "tables");
            Objects.requireNonNull(app, "app");
            Objects.requireNonNull(schema, "schema");
            Objects.requireNonNull(migration, "migration");
        }

        String table() {
            return Identifiers.quote(tables) + ".backfill";
        }

        String matches() {
            return "app = " + Identifiers.literal(app) + " AND schema = " + Identifiers.literal(schema) + " AND name = "
                    + Identifiers.literal(migration) + " AND unit = " + unit;
        }
    }

    /**
     * Where a backfill stands.
     *
     * @param range the keys that were there at its start; empty if there was no row
     * @param done the highest key of the last batch; empty before the first
     * @param rows filled so far
     * @param total an estimate of the table's rows, -1 if unknown
     * @param batch how many keys the next batch takes
     */
    record Position(Optional<Range> range, Optional<Long> done, long rows, long total, int batch, boolean converged) {}

    /** Keys, both ends included. */
    record Range(long first, long last) {}

    /** Makes the table if the history was made before it had one. */
    void prepare(Connection connection) throws SQLException {
        boolean exists = Query.one(
                connection,
                "SELECT pg_catalog.to_regclass(" + Identifiers.literal(key.table()) + ") IS NOT NULL",
                row -> row.getBoolean(1));
        if (!exists) {
            Query.execute(connection, TABLE.formatted(Identifiers.quote(key.tables())));
        }
    }

    Optional<Position> read(Connection connection) throws SQLException {
        return Query.all(
                        connection,
                        "SELECT first_key, last_key, done_key, rows, total, batch, converged_at IS NOT NULL FROM "
                                + key.table() + " WHERE " + key.matches(),
                        row -> {
                            Long first = row.getObject(1, Long.class);
                            Long last = row.getObject(2, Long.class);
                            return new Position(
                                    first == null || last == null
                                            ? Optional.empty()
                                            : Optional.of(new Range(first, last)),
                                    Optional.ofNullable(row.getObject(3, Long.class)),
                                    row.getLong(4),
                                    row.getLong(5),
                                    row.getInt(6),
                                    row.getBoolean(7));
                        })
                .stream()
                .findFirst();
    }

    void begin(Connection connection, Optional<Range> range, long total, int batch) throws SQLException {
        Query.execute(
                connection,
                "INSERT INTO " + key.table() + " (app, schema, name, unit, first_key, last_key, total, batch) VALUES ("
                        + Identifiers.literal(key.app()) + ", " + Identifiers.literal(key.schema()) + ", "
                        + Identifiers.literal(key.migration()) + ", " + key.unit() + ", "
                        + range.map(keys -> keys.first() + ", " + keys.last()).orElse("NULL, NULL") + ", " + total
                        + ", " + batch + ")");
    }

    /** The part of a batch's statement that lets it act only if nobody else moved the journal. */
    String turn(Optional<Long> done) {
        return "turn AS MATERIALIZED (SELECT 1 FROM " + key.table() + " WHERE " + key.matches() + " AND "
                + standsAt(done) + " FOR UPDATE)";
    }

    /** The part that moves the journal: with the batch or not at all. */
    String move(Optional<Long> done, String newDone, String filledRows, int batch) {
        return "UPDATE " + key.table() + " SET done_key = " + newDone + ", rows = rows + " + filledRows + ", batch = "
                + batch + ", moved_at = pg_catalog.clock_timestamp() WHERE " + key.matches() + " AND "
                + standsAt(done) + " RETURNING rows, done_key";
    }

    private static String standsAt(Optional<Long> done) {
        return "done_key IS NOT DISTINCT FROM " + literal(done);
    }

    static String literal(Optional<Long> done) {
        return done.map(value -> "'" + value + "'::bigint").orElse("NULL::bigint");
    }

    /** Goes over the range once more. */
    void rewind(Connection connection) throws SQLException {
        Query.execute(connection, "UPDATE " + key.table() + " SET done_key = NULL WHERE " + key.matches());
    }

    void converged(Connection connection) throws SQLException {
        Query.execute(
                connection,
                "UPDATE " + key.table() + " SET converged_at = pg_catalog.clock_timestamp() WHERE " + key.matches());
    }

    /**
     * The backfills of a migration that have a row and are not converged.
     *
     * @throws ToolFailure if the journal cannot be read
     */
    public static boolean allConverged(
            Connection connection, String tables, String app, String schema, String migration) {
        String table = Identifiers.quote(tables) + ".backfill";
        try {
            boolean exists = Query.one(
                    connection,
                    "SELECT pg_catalog.to_regclass(" + Identifiers.literal(table) + ") IS NOT NULL",
                    row -> row.getBoolean(1));
            return !exists
                    || Query.one(
                            connection,
                            "SELECT NOT EXISTS (SELECT FROM " + table + " WHERE converged_at IS NULL AND app = "
                                    + Identifiers.literal(app) + " AND schema = " + Identifiers.literal(schema)
                                    + " AND name = " + Identifiers.literal(migration) + ")",
                            row -> row.getBoolean(1));
        } catch (SQLException failed) {
            throw new ToolFailure(failed, "the journal of backfills cannot be read: " + failed.getMessage());
        }
    }
}

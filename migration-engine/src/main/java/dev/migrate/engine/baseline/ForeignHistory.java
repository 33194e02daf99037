package dev.migrate.engine.baseline;

import dev.migrate.core.operation.Identifiers;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.database.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The history of another tool, in the target schema. */
public enum ForeignHistory {
    /** {@code flyway_schema_history}. */
    FLYWAY("flyway_schema_history") {
        @Override
        String rows(String table) {
            return "SELECT coalesce(version, ''), description, coalesce(checksum::text, ''), installed_on::text,"
                    + " installed_by, success FROM " + table + " ORDER BY installed_rank";
        }

        @Override
        UserFailure unfinished(Entry entry) {
            return new UserFailure(
                    "Flyway's history has a failed migration: " + entry.label(),
                    "effect: nobody knows how much of it was done",
                    "fix:    bring the database in order, then flyway repair, and run baseline again");
        }
    },

    /** {@code databasechangelog}. */
    LIQUIBASE("databasechangelog") {
        @Override
        String rows(String table) {
            return "SELECT id, filename || ' by ' || author, coalesce(md5sum, ''), dateexecuted::text, author,"
                    + " exectype <> 'FAILED' FROM " + table + " ORDER BY orderexecuted";
        }

        @Override
        UserFailure unfinished(Entry entry) {
            return new UserFailure(
                    "Liquibase's history has a failed changeset: " + entry.label(),
                    "fix:    bring the database in order and remove that row, then run baseline again");
        }

        @Override
        void refuseHeldLock(Session session, String schema) {
            String lock = Session.qualified(schema, "databasechangeloglock");
            if (!exists(session, lock)) {
                return;
            }
            session
                    .query(
                            "SELECT coalesce(lockedby, 'somebody'), coalesce(lockgranted::text, 'an unknown time') FROM "
                                    + lock + " WHERE locked",
                            row -> row.getString(1) + " since " + row.getString(2))
                    .stream()
                    .findFirst()
                    .ifPresent(holder -> {
                        throw new UserFailure(
                                "Liquibase's lock is held by " + holder,
                                "effect: a change may be running, or was killed half way",
                                "fix:    wait for it; if nothing runs, liquibase release-locks, and run baseline again");
                    });
        }
    };

    private final String table;

    ForeignHistory(String table) {
        this.table = table;
    }

    /**
     * What was recorded.
     *
     * @param version Flyway's version (empty for a repeatable migration), or a changeset's id
     * @param checksum as the other tool wrote it, or empty
     * @param appliedAt as the other tool wrote it
     */
    public record Entry(String version, String description, String checksum, String appliedAt, String appliedBy) {
        /** Refuses null. */
        public Entry {
            Objects.requireNonNull(version, "version");
            Objects.requireNonNull(description, "description");
            Objects.requireNonNull(checksum, "checksum");
            Objects.requireNonNull(appliedAt, "appliedAt");
            Objects.requireNonNull(appliedBy, "appliedBy");
        }

        String label() {
            return version.isEmpty() ? description : version + " (" + description + ")";
        }
    }

    private record Row(Entry entry, boolean success) {}

    abstract String rows(String table);

    abstract UserFailure unfinished(Entry entry);

    void refuseHeldLock(Session session, String schema) {}

    /** The name of the other tool. */
    public String tool() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }

    /** The other tool whose table is in a schema; the first, if there are several. */
    public static Optional<ForeignHistory> in(Session session, String schema) {
        for (ForeignHistory history : values()) {
            if (exists(session, Session.qualified(schema, history.table))) {
                return Optional.of(history);
            }
        }
        return Optional.empty();
    }

    /**
     * Reads it.
     *
     * @throws UserFailure if it is not there, has a failed row, or its lock is held
     */
    public List<Entry> read(Session session, String schema) {
        String qualified = Session.qualified(schema, table);
        if (!exists(session, qualified)) {
            throw new UserFailure(
                    "there is no history of " + tool() + " in schema " + schema, "needed: the table " + table);
        }
        refuseHeldLock(session, schema);
        List<Row> rows = session.query(rows(qualified), ForeignHistory::row);
        rows.stream().filter(row -> !row.success()).findFirst().ifPresent(failed -> {
            throw unfinished(failed.entry());
        });
        return rows.stream().map(Row::entry).toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new Entry(text(row, 1), text(row, 2), text(row, 3), text(row, 4), text(row, 5)), row.getBoolean(6));
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    private static boolean exists(Session session, String qualified) {
        return session.holds("SELECT pg_catalog.to_regclass(" + Identifiers.literal(qualified) + ") IS NOT NULL");
    }
}

package dev.migrate.engine.history;

import dev.migrate.core.operation.Identifiers;
import dev.migrate.core.plan.Recorded;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.Setting;
import dev.migrate.engine.database.Session;
import dev.migrate.engine.database.SqlFailure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the history of one app and schema, and makes the statements that write it. */
public final class History {
    /** Objects of a user: not of an extension, and not what belongs to a table or type. */
    private static final String USER_OBJECTS = """
            SELECT NOT EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.relnamespace = n.oid
                AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                  WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e'))
              AND NOT EXISTS (SELECT FROM pg_catalog.pg_proc p WHERE p.pronamespace = n.oid
                AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                  WHERE d.classid = 'pg_catalog.pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e'))
              AND NOT EXISTS (SELECT FROM pg_catalog.pg_type t WHERE t.typnamespace = n.oid
                AND t.typtype IN ('e', 'd') AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                  WHERE d.classid = 'pg_catalog.pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e'))
            FROM pg_catalog.pg_namespace n WHERE n.nspname = %s""";

    private final Scope scope;

    /** The history of a scope. */
    public History(Scope scope) {
        this.scope = scope;
    }

    /**
     * Which history.
     *
     * @param tables the tool's schema
     * @param schema the target schema
     */
    public record Scope(String tables, String app, String schema) {
        /** One of the tool's tables, for SQL. */
        public String table(String name) {
            return Session.qualified(tables, name);
        }

        /** The condition on app and schema. */
        public String matches() {
            return "app = " + Identifiers.literal(app) + " AND schema = " + Identifiers.literal(schema);
        }

        /** The two values, for an INSERT. */
        public String values() {
            return Identifiers.literal(app) + ", " + Identifiers.literal(schema);
        }
    }

    /** The scope it was made for. */
    public Scope scope() {
        return scope;
    }

    /**
     * Reads it all: two statements without tables, three with them.
     *
     * @throws UserFailure if the target schema does not exist, or the tables are of a newer form or of something else
     */
    public Ledger read(Session session) {
        boolean exists = session.holds(
                "SELECT pg_catalog.to_regclass(" + Identifiers.literal(scope.table("form")) + ") IS NOT NULL");
        boolean empty =
                session
                        .query(USER_OBJECTS.formatted(Identifiers.literal(scope.schema())), row -> row.getBoolean(1))
                        .stream()
                        .findFirst()
                        .orElseThrow(() -> new UserFailure(
                                "there is no schema " + scope.schema() + " in " + session.target(),
                                "fix:    CREATE SCHEMA " + Identifiers.quote(scope.schema()) + ", or correct "
                                        + Setting.SCHEMAS.property()));
        if (!exists) {
            return new Ledger(false, Optional.empty(), List.of(), Set.of(), empty, false, false);
        }
        try {
            return readTables(session, empty);
        } catch (SqlFailure failure) {
            throw new UserFailure(
                    failure,
                    "the tables in schema " + scope.tables() + " are not readable as a history: "
                            + failure.serverMessage(),
                    "fix:    if they belong to something else, name another schema in "
                            + Setting.HISTORY_SCHEMA.property());
        }
    }

    private Ledger readTables(Session session, boolean empty) {
        String runs = scope.table("run") + " r WHERE r.app = " + Identifiers.literal(scope.app()) + " AND r.schema = "
                + Identifiers.literal(scope.schema());
        Map<String, Object> form = session.one(
                "SELECT f.version, f.environment,"
                        + " coalesce((SELECT CASE WHEN r.outcome = 'done' THEN '{}' ELSE r.direct END FROM " + runs
                        + " ORDER BY r.token DESC LIMIT 1), '{}'),"
                        + " EXISTS (SELECT FROM " + scope.table("history") + " h WHERE h.schema = "
                        + Identifiers.literal(scope.schema()) + " AND h.app <> " + Identifiers.literal(scope.app())
                        + "), EXISTS (SELECT FROM " + runs + ") FROM " + scope.table("form") + " f",
                History::formRow);
        refuseNewerForm((Integer) form.getOrDefault("version", 0));
        List<HistoryRow> rows = session.query(
                "SELECT name, state, fingerprint, form, kind, position, tries, took_ms, run, applied_by,"
                        + " pg_catalog.to_char(applied_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS')"
                        + " FROM " + scope.table("history") + " WHERE " + scope.matches() + " ORDER BY position",
                History::row);
        @SuppressWarnings("unchecked")
        Set<String> direct = (Set<String>) form.getOrDefault("direct", Set.of());
        return new Ledger(
                true,
                Optional.of(String.valueOf(form.get("environment"))),
                rows,
                direct,
                empty,
                Boolean.TRUE.equals(form.get("others")),
                Boolean.TRUE.equals(form.get("known")));
    }

    private static Map<String, Object> formRow(ResultSet row) throws SQLException {
        Map<String, Object> form = new HashMap<>();
        form.put("version", row.getInt(1));
        form.put("environment", row.getString(2));
        form.put("direct", Set.copyOf(Arrays.asList((String[]) row.getArray(3).getArray())));
        form.put("others", row.getBoolean(4));
        form.put("known", row.getBoolean(5));
        return form;
    }

    private static HistoryRow row(ResultSet row) throws SQLException {
        return new HistoryRow(
                new Recorded(row.getString(1), Recorded.State.of(row.getString(2)), row.getString(3), row.getInt(4)),
                row.getString(5),
                row.getInt(6),
                row.getInt(7),
                row.getLong(8),
                row.getString(9),
                row.getString(10),
                row.getString(11));
    }

    private void refuseNewerForm(int form) {
        if (form > HistoryTables.FORM) {
            throw new UserFailure(
                    "the history in schema " + scope.tables() + " was written by a newer version of this tool",
                    "found:  form " + form + ", and this version knows forms up to " + HistoryTables.FORM,
                    "fix:    use the version that the other builds use; nothing was changed");
        }
    }

    /** Whether a migration's row is there in a state, written by a run. */
    public boolean recorded(Session session, String name, Recorded.State state, String run) {
        return session.holds("SELECT EXISTS (SELECT FROM " + scope.table("history") + " WHERE " + scope.matches()
                + " AND name = " + Identifiers.literal(name) + " AND state = " + Identifiers.literal(state.text())
                + " AND run = " + Identifiers.literal(run) + ")");
    }

    /** The numbers of the units that are done, with the digests of what was done. */
    public Map<Integer, String> doneSteps(Session session, String name, String direction) {
        Map<Integer, String> done = new HashMap<>();
        session.query(
                        "SELECT number, digest FROM " + scope.table("step") + " WHERE " + scope.matches()
                                + " AND name = " + Identifiers.literal(name) + " AND direction = "
                                + Identifiers.literal(direction),
                        row -> Map.entry(row.getInt(1), row.getString(2)))
                .forEach(entry -> done.put(entry.getKey(), entry.getValue()));
        return done;
    }

    /** The statement that creates the tables. */
    public String createTables(String environment) {
        return HistoryTables.create(scope.tables(), environment);
    }
}

package dev.migrate.engine.measured;

import dev.migrate.core.measured.EffectCase;
import dev.migrate.core.measured.EffectCases;
import dev.migrate.core.measured.MeasuredEffect;
import dev.migrate.core.operation.Identifiers;
import dev.migrate.core.operation.LockMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Runs a statement on a server, in a transaction that is rolled back, and sees what it locked, which files it wrote
 * anew, which tables it read, and what the server said of its work at {@code client_min_messages=debug1}.
 *
 * <p>The database is the meter's own: schemas and roles of the cases are made and dropped in it.
 */
public final class EffectMeter {
    private static final String SCHEMA = "w";
    private static final List<String> TOLD = List.of(
            "rewriting table",
            "verifying table",
            "building index",
            "validating foreign key",
            "existing constraints on column",
            "partition constraint for table",
            "updated partition constraint");

    private static final String RELATIONS = """
            SELECT c.oid, c.relkind,
                   CASE WHEN n.nspname = '%s' THEN '' ELSE n.nspname || '.' END || c.relname AS name,
                   pg_relation_filenode(c.oid) AS file
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE n.nspname !~ '^(pg_|information_schema)'
            """.formatted(SCHEMA);

    private final Connection connection;
    private boolean pristine;

    /** A meter on an empty database. The connection must be a superuser's. */
    public EffectMeter(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(true);
        execute("SET client_min_messages = error");
        execute("SET max_parallel_maintenance_workers = 0");
        execute("SET max_parallel_workers_per_gather = 0");
        spareTablespace();
    }

    /** A place in the data directory, for SET TABLESPACE. */
    private void spareTablespace() throws SQLException {
        execute("SET allow_in_place_tablespaces = on");
        try {
            execute("CREATE TABLESPACE elsewhere LOCATION ''");
        } catch (SQLException failed) {
            if (!"42710".equals(failed.getSQLState())) {
                throw failed;
            }
        }
    }

    /**
     * Measures one case.
     *
     * @throws SQLException if its setup fails, which is a mistake in the case
     */
    public MeasuredEffect measure(EffectCase measured) throws SQLException {
        prepare(measured);
        connection.setAutoCommit(false);
        try {
            return inTransaction(measured);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
            execute("RESET timezone");
            execute("SET client_min_messages = error");
        }
    }

    /** The schema of the cases is only made anew after a case that has committed something. */
    private void prepare(EffectCase measured) throws SQLException {
        if (!pristine) {
            for (String schema : names("SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname NOT IN"
                    + " ('information_schema', 'public')")) {
                execute("DROP SCHEMA " + Identifiers.quote(schema) + " CASCADE");
            }
            for (String publication : names("SELECT pubname FROM pg_publication")) {
                execute("DROP PUBLICATION " + Identifiers.quote(publication));
            }
            execute("CREATE SCHEMA " + SCHEMA);
            execute("SET search_path = " + SCHEMA);
            execute("SET timezone = 'UTC'");
            execute(EffectCases.schema());
            pristine = true;
        }
        if (!measured.setup().isEmpty()) {
            pristine = false;
            execute(measured.setup());
        }
    }

    private MeasuredEffect inTransaction(EffectCase measured) throws SQLException {
        execute("SET LOCAL timezone = 'UTC'");
        if (!measured.before().isEmpty()) {
            execute(measured.before());
        }
        Map<Long, Relation> relations = relations();
        Map<String, Integer> scansBefore = scans(relations);
        execute("SET LOCAL client_min_messages = debug1");
        List<String> notices;
        try {
            notices = told(measured.sql());
        } catch (SQLException refused) {
            return MeasuredEffect.refused(Objects.requireNonNullElse(refused.getSQLState(), "XX000"));
        }
        execute("SET LOCAL client_min_messages = error");
        SortedMap<String, Integer> scans = scans(relations);
        scansBefore.forEach((table, earlier) -> scans.merge(table, -earlier, Integer::sum));
        // A dropped table is not counted any more.
        scans.values().removeIf(count -> count <= 0);
        Map<Long, Relation> after = relations();
        SortedSet<String> newFiles = new TreeSet<>();
        relations.forEach((oid, relation) -> {
            Relation now = after.get(oid);
            if (now != null && now.file() != relation.file()) {
                newFiles.add(relation.name());
            }
        });
        return new MeasuredEffect(
                "", locks(relations, "rpm"), locks(relations, "iI"), locks(relations, "vSf"), newFiles, scans, notices);
    }

    private SortedMap<String, LockMode> locks(Map<Long, Relation> relations, String kinds) throws SQLException {
        SortedMap<String, LockMode> locks = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT relation, mode FROM pg_locks"
                        + " WHERE locktype = 'relation' AND pid = pg_backend_pid() AND granted")) {
            while (rows.next()) {
                Relation relation = relations.get(rows.getLong(1));
                if (relation != null && kinds.contains(relation.kind())) {
                    locks.merge(relation.name(), mode(rows.getString(2)), (a, b) -> a.compareTo(b) >= 0 ? a : b);
                }
            }
        }
        return locks;
    }

    /** Such as {@code AccessExclusiveLock}. */
    private static LockMode mode(String shown) {
        String words = shown.replaceFirst("Lock$", "").replaceAll("(?<=[a-z])(?=[A-Z])", "_");
        return LockMode.valueOf(words.toUpperCase(Locale.ROOT));
    }

    private SortedMap<String, Integer> scans(Map<Long, Relation> relations) throws SQLException {
        SortedMap<String, Integer> scans = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT oid, pg_stat_get_xact_numscans(oid) FROM pg_class"
                        + " WHERE relkind IN ('r', 'm') AND relnamespace >= 16384")) {
            while (rows.next()) {
                Relation relation = relations.get(rows.getLong(1));
                if (relation != null && rows.getInt(2) > 0) {
                    scans.put(relation.name(), rows.getInt(2));
                }
            }
        }
        return scans;
    }

    private Map<Long, Relation> relations() throws SQLException {
        Map<Long, Relation> relations = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(RELATIONS)) {
            while (rows.next()) {
                relations.put(rows.getLong(1), new Relation(rows.getString(3), rows.getString(2), rows.getLong(4)));
            }
        }
        return relations;
    }

    /** What the server says of its work, without the names that it makes from numbers. */
    private List<String> told(String sql) throws SQLException {
        SortedSet<String> told = new TreeSet<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            List<String> all = new ArrayList<>();
            for (SQLWarning warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
                all.add(Objects.requireNonNullElse(warning.getMessage(), ""));
            }
            all.stream()
                    .filter(text -> TOLD.stream().anyMatch(text::startsWith))
                    .filter(text -> Stream.of("pg_toast", "pg_temp").noneMatch(text::contains))
                    .map(text -> text.replaceAll("[\\t\\n;]", " "))
                    .forEach(told::add);
        }
        return List.copyOf(told);
    }

    private List<String> names(String query) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private record Relation(String name, String kind, long file) {}
}

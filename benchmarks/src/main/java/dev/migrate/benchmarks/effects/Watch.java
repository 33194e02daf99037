package dev.migrate.benchmarks.effects;

import dev.migrate.core.measured.Shown;
import dev.migrate.core.operation.LockMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Looks at what the server does for one text of SQL in the transaction of a connection: its own locks, the files of all
 * relations, the scans it counted, and what it says at {@code client_min_messages = debug1}.
 */
public final class Watch {
    private static final Pattern BUILD = Pattern.compile("building index \".*\" on table \"(.*?)\"");
    private static final Pattern MODE = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private final Connection connection;

    /** On a connection in a transaction. */
    public Watch(Connection connection) {
        this.connection = connection;
    }

    private record Relation(String name, String kind, long file) {
        boolean index() {
            return kind.equals("i") || kind.equals("I");
        }
    }

    /** The names of all tables, views and indexes. */
    public Set<String> names() throws SQLException {
        return relations().values().stream().map(Relation::name).collect(Collectors.toSet());
    }

    /** What it does to relations that are there before it. */
    public Shown shown(String sql) throws SQLException {
        Map<Long, Relation> before = relations();
        Map<Long, Long> scansBefore = scans(before.keySet());
        execute("SET LOCAL client_min_messages = debug1");
        List<String> notices = execute(sql);
        execute("SET LOCAL client_min_messages = warning");
        return shown(before, scansBefore, notices);
    }

    private Shown shown(Map<Long, Relation> before, Map<Long, Long> scansBefore, List<String> notices)
            throws SQLException {
        Map<String, LockMode> locks = new TreeMap<>();
        Map<String, LockMode> indexLocks = new TreeMap<>();
        locks().forEach((oid, mode) -> {
            Relation relation = before.get(oid);
            if (relation != null) {
                (relation.index() ? indexLocks : locks).merge(relation.name(), mode, Watch::stronger);
            }
        });
        Set<String> newFiles = new TreeSet<>();
        relations().forEach((oid, now) -> {
            Relation then = before.get(oid);
            if (then != null && then.file() != now.file()) {
                newFiles.add(then.name());
            }
        });
        Map<String, Integer> scans = new TreeMap<>();
        scans(before.keySet()).forEach((oid, count) -> {
            long more = count - scansBefore.getOrDefault(oid, 0L);
            Relation relation = before.get(oid);
            if (more > 0 && relation != null && !relation.index()) {
                scans.put(relation.name(), (int) more);
            }
        });
        Set<String> builds = new TreeSet<>();
        for (String notice : notices) {
            Matcher build = BUILD.matcher(notice);
            if (build.find()) {
                builds.add(build.group(1));
            }
        }
        builds.retainAll(before.values().stream().map(Relation::name).toList());
        return new Shown("", locks, indexLocks, newFiles, scans, builds);
    }

    private static LockMode stronger(LockMode one, LockMode other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private Map<Long, Relation> relations() throws SQLException {
        Map<Long, Relation> relations = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT c.oid::bigint, c.relname, c.relkind::text, c.relfilenode::bigint FROM pg_class c"
                                + " JOIN pg_namespace n ON n.oid = c.relnamespace"
                                + " WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'"
                                + " AND c.relkind <> 'S'")) {
            while (rows.next()) {
                relations.put(rows.getLong(1), new Relation(rows.getString(2), rows.getString(3), rows.getLong(4)));
            }
        }
        return relations;
    }

    private Map<Long, LockMode> locks() throws SQLException {
        Map<Long, LockMode> locks = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT relation::bigint, mode FROM pg_locks WHERE pid = pg_backend_pid()"
                                + " AND locktype = 'relation' AND granted")) {
            while (rows.next()) {
                String name = rows.getString(2).replaceFirst("Lock$", "");
                LockMode mode =
                        LockMode.valueOf(MODE.matcher(name).replaceAll("_").toUpperCase(Locale.ROOT));
                locks.merge(rows.getLong(1), mode, Watch::stronger);
            }
        }
        return locks;
    }

    private Map<Long, Long> scans(Set<Long> relations) throws SQLException {
        Map<Long, Long> scans = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT oid::bigint, pg_stat_get_xact_numscans(oid) FROM pg_class WHERE relkind IN ('r', 'm', 'p')")) {
            while (rows.next()) {
                if (relations.contains(rows.getLong(1))) {
                    scans.put(rows.getLong(1), rows.getLong(2));
                }
            }
        }
        return scans;
    }

    private List<String> execute(String sql) throws SQLException {
        List<String> notices = new ArrayList<>();
        if (sql.isBlank()) {
            return notices;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            for (SQLWarning notice = statement.getWarnings(); notice != null; notice = notice.getNextWarning()) {
                notices.add(String.valueOf(notice.getMessage()));
            }
        }
        return notices;
    }
}

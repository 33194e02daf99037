package dev.migrate.testing.traffic;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What the database has acknowledged, row by row. A write whose answer was lost may be there or not: both are right.
 * Values are compared as PostgreSQL's text of them.
 */
public final class Ledger {
    private static final int ROWS_A_QUERY = 5_000;
    /** Apart enough that no run of this process gives a key that an earlier one gave. */
    private static final long NUMBERS_A_RUN = 1_000_000;

    private static final AtomicLong RUNS = new AtomicLong();

    private final long firstNumber = RUNS.getAndIncrement() * NUMBERS_A_RUN;

    private final Map<RowName, Set<Content>> allowed = new ConcurrentHashMap<>();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong doubtful = new AtomicLong();

    record RowName(String table, long key) {}

    /** The columns that were written; null for a row that was deleted. */
    private record Content(@Nullable Map<String, Optional<String>> columns) {
        Content changedBy(Content change) {
            if (columns == null || change.columns == null) {
                return change;
            }
            Map<String, Optional<String>> both = new TreeMap<>(columns);
            both.putAll(change.columns);
            return new Content(both);
        }
    }

    /** How many row writes were acknowledged. */
    public long acknowledged() {
        return acknowledged.get();
    }

    /** How many row writes had no answer. */
    public long doubtful() {
        return doubtful.get();
    }

    Page page() {
        return new Page();
    }

    /** One client's part of it; for one thread. */
    final class Page {
        private final Map<RowName, Content> open = new LinkedHashMap<>();
        private long number = firstNumber;

        long nextNumber() {
            return number++;
        }

        void wrote(String table, long key, Map<String, @Nullable Object> columns) {
            Map<String, Optional<String>> texts = new TreeMap<>();
            columns.forEach(
                    (name, value) -> texts.put(name, Optional.ofNullable(value).map(String::valueOf)));
            note(new RowName(table, key), new Content(texts));
        }

        void deleted(String table, long key) {
            note(new RowName(table, key), new Content(null));
        }

        private void note(RowName row, Content change) {
            open.merge(row, change, Content::changedBy);
        }

        /** The transaction is acknowledged. */
        void acknowledge() {
            acknowledged.addAndGet(open.size());
            open.forEach((row, change) -> allowed.merge(row, Set.of(change), Ledger::eachChanged));
            open.clear();
        }

        /** Nobody knows whether the transaction was committed. */
        void doubt() {
            doubtful.addAndGet(open.size());
            open.forEach((row, change) -> allowed.computeIfPresent(row, (name, before) -> {
                Set<Content> both = new LinkedHashSet<>(before);
                both.addAll(eachChanged(before, Set.of(change)));
                return both;
            }));
            open.clear();
        }

        /** The transaction was rolled back. */
        void forget() {
            open.clear();
        }
    }

    private static Set<Content> eachChanged(Set<Content> before, Set<Content> changes) {
        Set<Content> after = new LinkedHashSet<>();
        for (Content change : changes) {
            before.forEach(content -> after.add(content.changedBy(change)));
        }
        return after;
    }

    /**
     * Where the columns are now: after a rename, or after a retired column is gone.
     *
     * @param names by table and column as the clients wrote them; no entry means the same name, empty means gone
     */
    public record Naming(Map<String, Map<String, Optional<String>>> names) {
        /** All columns have the names under which they were written. */
        public static Naming unchanged() {
            return new Naming(Map.of());
        }

        /** The column has another name now. */
        public Naming renamed(String table, String column, String newName) {
            return with(table, column, Optional.of(newName));
        }

        /** The column is gone on purpose. */
        public Naming gone(String table, String column) {
            return with(table, column, Optional.empty());
        }

        private Naming with(String table, String column, Optional<String> now) {
            Map<String, Map<String, Optional<String>>> more = new HashMap<>(names);
            Map<String, Optional<String>> columns = new HashMap<>(more.getOrDefault(table, Map.of()));
            columns.put(column, now);
            more.put(table, columns);
            return new Naming(more);
        }

        private Optional<String> now(String table, String column) {
            return names.getOrDefault(table, Map.of()).getOrDefault(column, Optional.of(column));
        }
    }

    /**
     * Compares the ledger with the tables.
     *
     * @param connection of somebody who may read them
     * @param keyColumns the key column of each table that was written
     * @return each acknowledged write that is not there, for people; empty if nothing was lost
     */
    public List<String> lost(Connection connection, Map<String, String> keyColumns, Naming naming) throws SQLException {
        List<String> lost = new ArrayList<>();
        Map<String, List<RowName>> tables = new TreeMap<>();
        allowed.keySet()
                .forEach(row -> tables.computeIfAbsent(row.table(), table -> new ArrayList<>())
                        .add(row));
        for (Map.Entry<String, List<RowName>> table : tables.entrySet()) {
            String key = keyColumns.get(table.getKey());
            if (key == null) {
                throw new IllegalArgumentException("no key column given for " + table.getKey());
            }
            List<RowName> rows = table.getValue();
            for (int from = 0; from < rows.size(); from += ROWS_A_QUERY) {
                lost.addAll(lostOf(
                        connection,
                        new TableRows(
                                table.getKey(), key, rows.subList(from, Math.min(rows.size(), from + ROWS_A_QUERY))),
                        naming));
            }
        }
        return lost;
    }

    private record TableRows(String table, String keyColumn, List<RowName> rows) {}

    private List<String> lostOf(Connection connection, TableRows rows, Naming naming) throws SQLException {
        Set<String> columns = new TreeSet<>();
        for (RowName row : rows.rows()) {
            written(row).forEach(content -> {
                if (content.columns() != null) {
                    columns.addAll(content.columns().keySet());
                }
            });
        }
        columns.removeIf(column -> naming.now(rows.table(), column).isEmpty());
        Map<Long, Map<String, Optional<String>>> found = read(connection, rows, List.copyOf(columns), naming);
        List<String> lost = new ArrayList<>();
        for (RowName row : rows.rows()) {
            Map<String, Optional<String>> now = found.get(row.key());
            if (written(row).stream().noneMatch(content -> matches(content, now, columns))) {
                lost.add(rows.table() + " " + rows.keyColumn() + " = " + row.key() + ": acknowledged "
                        + shown(written(row)) + ", found " + (now == null ? "no row" : now));
            }
        }
        return lost;
    }

    private Collection<Content> written(RowName row) {
        return allowed.getOrDefault(row, Set.of());
    }

    private static boolean matches(
            Content content, @Nullable Map<String, Optional<String>> now, Set<String> comparedColumns) {
        Map<String, Optional<String>> columns = content.columns();
        if (columns == null || now == null) {
            return columns == null && now == null;
        }
        return columns.entrySet().stream()
                .filter(column -> comparedColumns.contains(column.getKey()))
                .allMatch(column -> column.getValue().equals(now.get(column.getKey())));
    }

    private static String shown(Collection<Content> contents) {
        List<String> texts = new ArrayList<>();
        contents.forEach(content -> texts.add(content.columns() == null ? "its deletion" : "" + content.columns()));
        return String.join(" or ", texts);
    }

    private static Map<Long, Map<String, Optional<String>>> read(
            Connection connection, TableRows rows, List<String> columns, Naming naming) throws SQLException {
        StringBuilder query = new StringBuilder("SELECT " + rows.keyColumn() + "::bigint");
        columns.forEach(column -> query.append(", ")
                .append(naming.now(rows.table(), column).orElseThrow())
                .append("::text"));
        query.append(" FROM ")
                .append(rows.table())
                .append(" WHERE ")
                .append(rows.keyColumn())
                .append(" = ANY(?)");
        Map<Long, Map<String, Optional<String>>> found = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(query.toString())) {
            Array keys = connection.createArrayOf(
                    "bigint", rows.rows().stream().map(RowName::key).toArray());
            statement.setArray(1, keys);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    Map<String, Optional<String>> row = new TreeMap<>();
                    for (int column = 0; column < columns.size(); column++) {
                        row.put(columns.get(column), Optional.ofNullable(result.getString(column + 2)));
                    }
                    found.put(result.getLong(1), row);
                }
            }
        }
        return found;
    }
}

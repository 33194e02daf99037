package dev.migrate.testing.traffic;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The usual requests on one table with an integer key: point and range reads, {@code SELECT *}, updates, upserts,
 * inserts, deletes of rows it inserted, and a transaction that reads a row FOR UPDATE and writes two. Immutable; names
 * go into the SQL as they are given.
 */
public final class TableTraffic {
    private static final int RANGE = 20;

    private final String table;
    private final String key;
    private final long existing;
    private final List<String> read;
    private final Map<String, Values> written;
    private final boolean star;

    private TableTraffic(
            String table, String key, long existing, List<String> read, Map<String, Values> written, boolean star) {
        this.table = table;
        this.key = key;
        this.existing = existing;
        this.read = List.copyOf(read);
        this.written = Collections.unmodifiableMap(new LinkedHashMap<>(written));
        this.star = star;
    }

    /** New values of a column. */
    @FunctionalInterface
    public interface Values {
        /** A value, as {@link PreparedStatement#setObject} takes it; its text must be PostgreSQL's text of it. */
        @Nullable
        Object next(RandomGenerator random);
    }

    /**
     * Of a table.
     *
     * @param key its integer key
     * @param existing how many rows it has, with the keys from 1 on
     */
    public static TableTraffic of(String table, String key, long existing) {
        return new TableTraffic(table, key, existing, List.of(key), Map.of(), false);
    }

    /** With a column that is read by name. */
    public TableTraffic reading(String... columns) {
        List<String> more = new ArrayList<>(read);
        more.addAll(List.of(columns));
        return new TableTraffic(table, key, existing, more, written, star);
    }

    /** With a column that is read and written; every column without a default that must not be NULL has to be one. */
    public TableTraffic writing(String column, Values values) {
        Map<String, Values> more = new LinkedHashMap<>(written);
        more.put(column, values);
        return new TableTraffic(table, key, existing, read, more, star).reading(column);
    }

    /** Also with {@code SELECT *}, as an application that does not name its columns. */
    public TableTraffic selectingStar() {
        return new TableTraffic(table, key, existing, read, written, true);
    }

    /** The requests as a release. */
    public Release release(String name) {
        if (written.isEmpty()) {
            throw new IllegalStateException("the traffic on " + table + " writes no column");
        }
        String columns = String.join(", ", read);
        List<Request> requests = new ArrayList<>(List.of(
                new Request("read", 30, false, turn -> {
                    query(
                            turn,
                            "SELECT " + columns + " FROM " + table + " WHERE " + key + " = ?",
                            turn.anyKey(existing));
                }),
                new Request("range", 5, false, turn -> {
                    long from = turn.anyKey(existing);
                    query(
                            turn,
                            "SELECT " + columns + " FROM " + table + " WHERE " + key + " BETWEEN ? AND ? ORDER BY "
                                    + key,
                            from,
                            from + RANGE);
                }),
                new Request("update", 30, false, turn -> update(turn, turn.ownKey(existing))),
                new Request("upsert", 10, false, turn -> insert(turn, turn.ownKey(existing), upsert())),
                new Request("insert", 5, false, turn -> insert(turn, turn.newKey(existing), insertion())),
                new Request("insert and delete", 2, true, this::insertAndDelete),
                new Request("transaction", 10, true, this::transaction)));
        if (star) {
            requests.add(new Request("select *", 8, false, turn -> {
                query(turn, "SELECT * FROM " + table + " WHERE " + key + " = ?", turn.anyKey(existing));
            }));
            requests.add(new Request("select * in a transaction", 4, true, turn -> {
                query(turn, "SELECT * FROM " + table + " WHERE " + key + " = ?", turn.anyKey(existing));
                update(turn, turn.ownKey(existing));
            }));
        }
        return new Release(name, requests);
    }

    private void transaction(Turn turn) throws SQLException {
        long first = turn.ownKey(existing);
        long second = turn.ownKey(existing);
        query(
                turn,
                "SELECT " + String.join(", ", read) + " FROM " + table + " WHERE " + key + " = ? FOR UPDATE",
                Math.min(first, second));
        update(turn, Math.min(first, second));
        update(turn, Math.max(first, second));
    }

    private void insertAndDelete(Turn turn) throws SQLException {
        long fresh = turn.newKey(existing);
        insert(turn, fresh, insertion());
        PreparedStatement delete = turn.prepared("DELETE FROM " + table + " WHERE " + key + " = ?");
        delete.setObject(1, fresh);
        delete.executeUpdate();
        turn.deleted(table, fresh);
    }

    private void update(Turn turn, long row) throws SQLException {
        Map<String, @Nullable Object> values = values(turn.random());
        PreparedStatement update = turn.prepared("UPDATE " + table + " SET "
                + String.join(
                        ", ",
                        written.keySet().stream().map(column -> column + " = ?").toList()) + " WHERE "
                + key + " = ?");
        int at = 1;
        for (Object value : values.values()) {
            update.setObject(at++, value);
        }
        update.setObject(at, row);
        if (update.executeUpdate() == 1) {
            turn.wrote(table, row, values);
        }
    }

    private void insert(Turn turn, long row, String sql) throws SQLException {
        Map<String, @Nullable Object> values = values(turn.random());
        PreparedStatement insert = turn.prepared(sql);
        insert.setObject(1, row);
        int at = 2;
        for (Object value : values.values()) {
            insert.setObject(at++, value);
        }
        insert.executeUpdate();
        turn.wrote(table, row, values);
    }

    private String insertion() {
        return "INSERT INTO " + table + " (" + key + ", " + String.join(", ", written.keySet()) + ") VALUES (?"
                + ", ?".repeat(written.size()) + ")";
    }

    private String upsert() {
        return insertion() + " ON CONFLICT (" + key + ") DO UPDATE SET "
                + String.join(
                        ", ",
                        written.keySet().stream()
                                .map(column -> column + " = excluded." + column)
                                .toList());
    }

    private Map<String, @Nullable Object> values(RandomGenerator random) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        written.forEach((column, next) -> values.put(column, next.next(random)));
        return values;
    }

    private static void query(Turn turn, String sql, Object... parameters) throws SQLException {
        PreparedStatement query = turn.prepared(sql);
        for (int at = 0; at < parameters.length; at++) {
            query.setObject(at + 1, parameters[at]);
        }
        try (ResultSet rows = query.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                rows.getString(columns);
            }
        }
    }
}

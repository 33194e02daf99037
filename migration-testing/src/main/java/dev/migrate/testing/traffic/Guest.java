package dev.migrate.testing.traffic;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * A hostile neighbour: it comes, disturbs, and comes again until the traffic ends. What happens to it does not count.
 *
 * @param name for people, such as {@code "5-second reader"}
 * @param every the pause between its visits
 * @param visit what it does, on two connections of its own in autocommit mode
 */
public record Guest(String name, Duration every, Visit visit) {
    /** What a guest does. */
    @FunctionalInterface
    public interface Visit {
        /** Runs one visit. */
        void come(Connection first, Connection second) throws SQLException, InterruptedException;
    }

    /** A report that reads a table for as long as given, in one transaction. */
    public static Guest reader(String table, Duration hold, Duration every) {
        return new Guest(seconds(hold) + " reader of " + table, every, (first, second) -> {
            first.setAutoCommit(false);
            execute(first, "SELECT count(*) FROM (SELECT FROM " + table + " LIMIT 1000) some");
            execute(first, "SELECT pg_catalog.pg_sleep(" + hold.toMillis() / 1000.0 + ")");
            first.commit();
        });
    }

    /** A session that has read a table and forgets to end its transaction for as long as given. */
    public static Guest idleInTransaction(String table, Duration hold, Duration every) {
        return new Guest(seconds(hold) + " idle in transaction on " + table, every, (first, second) -> {
            first.setAutoCommit(false);
            execute(first, "SELECT FROM " + table + " LIMIT 1");
            Thread.sleep(hold.toMillis());
            first.rollback();
        });
    }

    /**
     * A writer that updates two rows in one order while its twin takes the other: PostgreSQL ends one of them with 40P01.
     *
     * @param column set to what it is
     */
    public static Guest deadlockingWriter(
            String table, String keyColumn, long key, long otherKey, String column, Duration every) {
        String update = "UPDATE " + table + " SET " + column + " = " + column + " WHERE " + keyColumn + " = ";
        return new Guest("deadlocking writer of " + table, every, (first, second) -> {
            first.setAutoCommit(false);
            second.setAutoCommit(false);
            execute(first, update + key);
            execute(second, update + otherKey);
            Thread twin = new Thread(() -> quietly(second, update + key), "deadlocking-twin");
            twin.start();
            quietly(first, update + otherKey);
            twin.join();
        });
    }

    private static void quietly(Connection connection, String sql) {
        try {
            execute(connection, sql);
            connection.commit();
        } catch (SQLException deadlock) {
            rollback(connection);
        }
    }

    static void rollback(Connection connection) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException gone) {
            // The connection is gone, and its transaction with it; the next visit opens another.
            return;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String seconds(Duration hold) {
        return hold.toMillis() % 1000 == 0 ? hold.toSeconds() + "-second" : hold.toMillis() + "-millisecond";
    }
}

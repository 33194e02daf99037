package dev.migrate.benchmarks.effects;

import dev.migrate.core.measured.Shown;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Runs a case in a transaction that is rolled back, and watches what the server does meanwhile. */
final class Oracle {
    /** The schema of the cases. */
    static final String SCHEMA = "w";

    private final Connection connection;
    private final String schema;

    /** On a connection of its own, in a database of its own. */
    Oracle(Connection connection, String schema) throws SQLException {
        this.connection = connection;
        this.schema = schema;
        connection.setAutoCommit(true);
        reset();
    }

    private void reset() throws SQLException {
        execute("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
        execute("CREATE SCHEMA " + SCHEMA);
        execute("SET search_path = " + SCHEMA + ", public");
        execute(schema);
    }

    /** What the server shows; a setup that it refuses is its answer too. */
    Shown shown(EffectCase one) throws SQLException {
        try {
            execute(one.setup());
            return measured(one);
        } catch (SQLException refused) {
            return Shown.refused(message(refused));
        } finally {
            connection.setAutoCommit(true);
            if (!one.setup().isEmpty()) {
                reset();
            }
        }
    }

    private Shown measured(EffectCase one) throws SQLException {
        connection.setAutoCommit(false);
        try {
            execute(one.before());
            return new Watch(connection).shown(one.sql());
        } finally {
            connection.rollback();
        }
    }

    private void execute(String sql) throws SQLException {
        if (!sql.isBlank()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    private static String message(SQLException refused) {
        return String.valueOf(refused.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst("^ERROR: ", "")
                .replace('\t', ' ');
    }
}

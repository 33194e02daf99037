package dev.migrate.engine.embedded;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A database of one test; closing it drops it, with its sessions. */
public final class TestDatabase implements AutoCloseable {
    private final TestServer server;
    private final String name;

    TestDatabase(TestServer server, String name) {
        this.server = server;
        this.name = name;
    }

    /** The database's name. */
    public String name() {
        return name;
    }

    /** Its JDBC URL, with user and password. */
    public String url() {
        return server.url(name);
    }

    /** A new session. */
    public Connection connect() throws SQLException {
        return TestServer.connect(url());
    }

    /** Executes statements in a session of their own. */
    public void execute(String sql) throws SQLException {
        try (Connection connection = connect()) {
            TestServer.execute(connection, sql);
        }
    }

    /** The first column of a query's first row, as text; null for no row or NULL. */
    public @Nullable String text(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    @Override
    public void close() {
        server.drop(name);
    }
}

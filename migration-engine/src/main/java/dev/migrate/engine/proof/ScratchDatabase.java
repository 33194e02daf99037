package dev.migrate.engine.proof;

import dev.migrate.engine.MigrateException.UserFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/** An empty database on a server that may be used for trying things; it is gone when this is closed. */
public final class ScratchDatabase implements AutoCloseable {
    private final Connection server;
    private final String name;
    private final Connection connection;

    private ScratchDatabase(Connection server, String name, Connection connection) {
        this.server = server;
        this.name = name;
        this.connection = connection;
    }

    /**
     * Makes a database.
     *
     * @param url JDBC URL of a database on the server, with credentials
     * @throws UserFailure if the role cannot connect or create databases
     */
    public static ScratchDatabase create(String url) {
        String name = "migrate_scratch_" + ProcessHandle.current().pid() + "_" + Long.toHexString(System.nanoTime());
        try {
            Connection server = connect(url, null);
            try {
                execute(server, "CREATE DATABASE " + name + " TEMPLATE template0");
                return new ScratchDatabase(server, name, connect(url, name));
            } catch (SQLException refused) {
                server.close();
                throw refused;
            }
        } catch (SQLException refused) {
            throw new UserFailure(
                    refused,
                    "no scratch database can be made to prove the migrations on",
                    "found:  " + refused.getMessage(),
                    "needed: migrate.shadowUrl names a server where the role may create databases");
        }
    }

    /** The connection to the new database. */
    public Connection connection() {
        return connection;
    }

    @Override
    public void close() {
        try (server) {
            connection.close();
            execute(server, "DROP DATABASE IF EXISTS " + name);
        } catch (SQLException leftBehind) {
            // the server is a scratch one, and the name is never used again
        }
    }

    private static Connection connect(String url, @org.jspecify.annotations.Nullable String database)
            throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        if (database != null) {
            source.setDatabaseName(database);
        }
        source.setApplicationName("migrate proof");
        return source.getConnection();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

package dev.migrate.testing;

import dev.migrate.engine.embedded.EmbeddedPostgres;
import dev.migrate.engine.embedded.PostgresVersion;
import dev.migrate.engine.event.Events;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The server that tests run on, one a major version and JVM, as {@code -Dpostgres} names it. It ends with the JVM.
 *
 * @param url the JDBC URL, with {@code %s} for the database
 */
record TestServer(String url, String user, String password) {
    private static final Map<Integer, TestServer> STARTED = new ConcurrentHashMap<>();

    /**
     * Starts a server of the version, or gives the one that runs.
     *
     * @throws IllegalArgumentException if {@code -Dpostgres} has another value than the three it can have
     */
    static TestServer of(int major) {
        return STARTED.computeIfAbsent(major, TestServer::start);
    }

    private static TestServer start(int major) {
        String kind = System.getProperty("postgres", "embedded");
        return switch (kind) {
            case "embedded" -> embedded(major);
            case "testcontainers" -> ContainerServer.start(major);
            case "url" -> given();
            default ->
                throw new IllegalArgumentException("-Dpostgres=" + kind + " is none of embedded, testcontainers, url");
        };
    }

    private static TestServer embedded(int major) {
        EmbeddedPostgres server = EmbeddedPostgres.start(
                EmbeddedPostgres.Options.scratch(PostgresVersion.of(major), directory()), Events.none());
        return new TestServer("jdbc:postgresql://127.0.0.1:" + server.port() + "/%s", server.user(), server.password());
    }

    /** One folder a fork: two JVMs on one data directory would wait for each other. */
    private static Path directory() {
        return Path.of(System.getProperty("migrate.test.directory", "target/migrate/test"))
                .resolve("fork" + System.getProperty("surefire.forkNumber", "1"));
    }

    private static TestServer given() {
        String url = System.getProperty("postgres.url");
        if (url == null || !url.startsWith("jdbc:postgresql://")) {
            throw new IllegalArgumentException(
                    "-Dpostgres=url needs -Dpostgres.url=jdbc:postgresql://host:port/ without a database");
        }
        return new TestServer(
                url.replaceAll("/[^/?]*(\\?.*)?$", "/%s"),
                System.getProperty("postgres.user", "postgres"),
                System.getProperty("postgres.password", ""));
    }

    /** A connection in autocommit mode. */
    Connection connect(String database) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(urlOf(database));
        return source.getConnection(user, password);
    }

    String urlOf(String database) {
        return url.replace("%s", database);
    }

    /** Runs a statement that cannot run in the database it is about, such as CREATE DATABASE. */
    void administer(String sql) throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

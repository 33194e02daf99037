package dev.migrate.engine.embedded;

import dev.migrate.core.operation.Identifiers;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.event.Events;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The server that tests run on, one a major and process, started at its first use. {@code -Dpostgres} chooses it:
 * {@code embedded} (the default), {@code url} (the superuser's JDBC URL in {@code -Dpostgres.url}) or
 * {@code testcontainers} (an image, by default {@code postgres:<major>}, in {@code -Dpostgres.image}). Every test gets a
 * database of its own, from a template in under 100 ms.
 */
public final class TestServer {
    private static final Map<Integer, TestServer> RUNNING = new ConcurrentHashMap<>();
    private static final String PREFIX = "migrate_test_";

    private final String adminUrl;
    private final AtomicInteger count = new AtomicInteger();

    private TestServer(String adminUrl) {
        this.adminUrl = adminUrl;
    }

    /** The server of {@code -Dpostgres.major}, by default the newest that everybody has. */
    public static TestServer get() {
        return get(Integer.getInteger("postgres.major", PostgresVersion.DEFAULT_MAJOR));
    }

    /**
     * The server of a major; {@code -Dpostgres=url} gives the same one for every major.
     *
     * @throws UserFailure if it cannot be had; {@link #unavailable()} tells that before
     */
    public static TestServer get(int major) {
        return RUNNING.computeIfAbsent(major, TestServer::start);
    }

    /**
     * Why the server that {@code -Dpostgres} asks for cannot be had, so that a test class can skip itself and say so;
     * empty if it can.
     */
    public static java.util.Optional<String> unavailable() {
        return choice().equals("testcontainers") ? Containers.unavailable() : java.util.Optional.empty();
    }

    private static String choice() {
        String given = System.getProperty("postgres", "");
        return given.isBlank() ? "embedded" : given;
    }

    private static TestServer start(int major) {
        return switch (choice()) {
            case "embedded" -> new TestServer(embedded(major).url());
            case "url" ->
                new TestServer(Objects.requireNonNull(
                        System.getProperty("postgres.url"), "-Dpostgres=url needs -Dpostgres.url=jdbc:postgresql://…"));
            case "testcontainers" -> new TestServer(Containers.start(major));
            default ->
                throw new UserFailure(
                        "-Dpostgres=" + choice() + " names no kind of server",
                        "needed: embedded, testcontainers or url");
        };
    }

    /** It lives until the process ends; its directory is the process's own, so that forks do not wait for each other. */
    private static EmbeddedPostgres embedded(int major) {
        Path directory = Path.of(System.getProperty("basedir", ""), "target", "test-postgres")
                .resolve(System.getProperty("surefire.forkNumber", "1"));
        EmbeddedPostgres postgres = EmbeddedPostgres.start(
                EmbeddedPostgres.Options.scratch(PostgresVersion.of(major), directory), Events.none());
        dropLeftovers(postgres.url());
        return postgres;
    }

    private static void dropLeftovers(String url) {
        try (Connection connection = connect(url)) {
            for (String name :
                    Names.of(connection, "SELECT datname FROM pg_database WHERE datname LIKE '" + PREFIX + "%'")) {
                execute(connection, "DROP DATABASE " + Identifiers.quote(name));
            }
        } catch (SQLException failed) {
            throw new UserFailure(failed, "databases of earlier tests cannot be dropped: " + failed.getMessage());
        }
    }

    /** A new, empty database. */
    public TestDatabase database() {
        return database("template1");
    }

    /** A new database that is a copy of another, to which nobody may be connected. */
    public TestDatabase copyOf(TestDatabase template) {
        return database(template.name());
    }

    private TestDatabase database(String template) {
        String name = PREFIX + ProcessHandle.current().pid() + "_" + count.incrementAndGet();
        try (Connection connection = connect(adminUrl)) {
            execute(
                    connection,
                    "CREATE DATABASE " + Identifiers.quote(name) + " TEMPLATE " + Identifiers.quote(template)
                            + copiedAsFiles(connection));
        } catch (SQLException failed) {
            throw new UserFailure(failed, "no database for the test: " + failed.getMessage());
        }
        return new TestDatabase(this, name);
    }

    /** From 15 on the default writes every page to the log, which a scratch server does not need. */
    private static String copiedAsFiles(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseMajorVersion() >= 15 ? " STRATEGY file_copy" : "";
    }

    void drop(String name) {
        try (Connection connection = connect(adminUrl)) {
            execute(connection, "DROP DATABASE IF EXISTS " + Identifiers.quote(name) + " WITH (FORCE)");
        } catch (SQLException failed) {
            throw new UserFailure(failed, "the test's database " + name + " cannot be dropped: " + failed.getMessage());
        }
    }

    String url(String database) {
        return adminUrl.replaceFirst(
                "^(jdbc:postgresql://[^/?]*/)[^?]*", "$1" + java.util.regex.Matcher.quoteReplacement(database));
    }

    static Connection connect(String url) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        return source.getConnection();
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of a query. */
    private static final class Names {
        static List<String> of(Connection connection, String query) throws SQLException {
            List<String> names = new java.util.ArrayList<>();
            try (Statement statement = connection.createStatement();
                    var rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return names;
        }
    }
}

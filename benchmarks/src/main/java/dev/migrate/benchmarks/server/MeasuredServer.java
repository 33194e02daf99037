package dev.migrate.benchmarks.server;

import dev.migrate.benchmarks.NotMeasured;
import dev.migrate.engine.embedded.EmbeddedPostgres;
import dev.migrate.engine.embedded.PostgresVersion;
import dev.migrate.engine.event.Events;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/** An embedded server that logs every statement. */
public final class MeasuredServer implements AutoCloseable {
    private final EmbeddedPostgres postgres;

    private MeasuredServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Starts one with its data in a folder. */
    public static MeasuredServer start(Path folder) {
        return new MeasuredServer(EmbeddedPostgres.start(
                EmbeddedPostgres.Options.scratch(PostgresVersion.of(15), folder)
                        .settings("log_statement=all", "log_line_prefix=" + ServerLog.LINE_PREFIX, "autovacuum=off"),
                Events.none()));
    }

    /** The server's version. */
    public String version() {
        return postgres.version().toString();
    }

    /** The port on loopback. */
    public int port() {
        return postgres.port();
    }

    /** The URL of a database, with user and password. */
    public String url(String database) {
        return postgres.url(database);
    }

    /** Makes a database as a copy of another. */
    public void copy(String template, String database) throws SQLException {
        execute("postgres", "CREATE DATABASE " + database + " TEMPLATE " + template);
    }

    /** Executes statements on a database, each in autocommit. */
    public void execute(String database, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(database));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Where the log ends now: what is executed later stands after it. */
    public long logEnd() throws IOException {
        return Files.size(log());
    }

    /**
     * The statements that a database has seen since the log was as long.
     *
     * @throws NotMeasured if the log does not come to what happened before this call
     */
    public List<LoggedStatement> statements(String database, long since) throws SQLException, IOException {
        String marker = UUID.randomUUID().toString();
        execute("postgres", "SELECT '" + marker + "'");
        for (int tries = 0; tries < 200; tries++) {
            List<LoggedStatement> all = ServerLog.statements(linesSince(since));
            if (all.stream().anyMatch(statement -> statement.text().contains(marker))) {
                return all.stream()
                        .filter(statement -> statement.database().equals(database))
                        .toList();
            }
            pause();
        }
        throw new NotMeasured("the server's log does not show the statement that marks its end", "see: " + log());
    }

    @Override
    public void close() {
        postgres.close();
    }

    private Path log() {
        return postgres.data().resolveSibling(postgres.data().getFileName() + ".log");
    }

    private List<String> linesSince(long since) throws IOException {
        byte[] log = Files.readAllBytes(log());
        return new String(log, (int) since, log.length - (int) since, StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NotMeasured("interrupted while waiting for the server's log");
        }
    }
}

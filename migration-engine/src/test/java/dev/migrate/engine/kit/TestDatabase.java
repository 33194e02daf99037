package dev.migrate.engine.kit;

import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import dev.migrate.engine.embedded.EmbeddedPostgres;
import dev.migrate.engine.embedded.PostgresVersion;
import dev.migrate.engine.event.Events;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of its own on a server that the tests of this JVM share. */
public final class TestDatabase {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** A new, empty one. */
    public static TestDatabase create() {
        TestDatabase admin = new TestDatabase("postgres");
        String name = "test_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
        admin.execute("CREATE DATABASE " + name);
        return new TestDatabase(name);
    }

    /** A new one that is a copy of this one, to which nobody may be connected. */
    public TestDatabase copy() {
        String copied = "test_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
        new TestDatabase("postgres").execute("CREATE DATABASE " + copied + " TEMPLATE " + name + " STRATEGY file_copy");
        return new TestDatabase(copied);
    }

    /** Removes it, with the sessions in it. */
    public void drop() {
        new TestDatabase("postgres").execute("DROP DATABASE " + name + " WITH (FORCE)");
    }

    /** Its name. */
    public String name() {
        return name;
    }

    private static synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                server = EmbeddedPostgres.start(
                        EmbeddedPostgres.Options.scratch(
                                        PostgresVersion.of(PostgresVersion.DEFAULT_MAJOR),
                                        Files.createTempDirectory("engine-tests"))
                                .settings("max_connections=60"),
                        Events.none());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return server;
    }

    /** Its JDBC URL, with user and password. */
    public String url() {
        String given = System.getProperty("engine.tests.url");
        return given == null ? server().url(name) : given.replace("/postgres?", "/" + name + "?");
    }

    /** Settings that name it, with short pauses. */
    public Settings.Builder settings() {
        return Settings.builder()
                .set(Setting.URL, url())
                .set(Setting.RETRY_PAUSE, "20ms")
                .set(Setting.LOCK_WAIT, "10s");
    }

    /** A connection as an application has it. */
    public Connection connect() {
        try {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(url());
            return source.getConnection();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Runs statements. */
    public TestDatabase execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return this;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The rows of a query, their columns joined by {@code |}. */
    public List<String> rows(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> all = new ArrayList<>();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> cells = new ArrayList<>();
                for (int at = 1; at <= columns; at++) {
                    cells.add(String.valueOf(rows.getString(at)));
                }
                all.add(String.join("|", cells));
            }
            return all;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The names in the history, in order, with their states. */
    public List<String> history() {
        return rows("SELECT name, state FROM migrate.history ORDER BY position");
    }
}

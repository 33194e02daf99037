package dev.migrate.engine.embedded;

import dev.migrate.engine.MigrateException.ToolFailure;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.event.Events;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A PostgreSQL server of this process, on a free port of the loopback interface. It ends when it is closed and when this
 * process ends in whatever way. Closing twice is fine.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final int TRIES = 3;

    private final PostgresVersion version;
    private final Path data;
    private final String password;
    private final DataLock lock;
    private final ServerProcess server;
    private final Thread hook;

    private EmbeddedPostgres(PostgresVersion version, Path data, String password, DataLock lock, ServerProcess server) {
        this.version = version;
        this.data = data;
        this.password = password;
        this.lock = lock;
        this.server = server;
        this.hook = new Thread(this::stop, "embedded-postgres-stop");
    }

    /**
     * What to start.
     *
     * @param version the server's
     * @param directory where the data goes: a folder {@code pg<major>} in it, with a lock file and a log beside it
     * @param binaries where the archive comes from if it is not unpacked yet
     * @param durable whether commits survive a crash of the machine; scratch servers do without
     * @param patience how long to wait for another process that uses the same data
     * @param settings further server settings, {@code name=value}
     */
    public record Options(
            PostgresVersion version,
            Path directory,
            PostgresBinaries binaries,
            boolean durable,
            Duration patience,
            List<String> settings) {
        /** Copies the list. */
        public Options {
            Objects.requireNonNull(version, "version");
            Objects.requireNonNull(binaries, "binaries");
            Objects.requireNonNull(patience, "patience");
            directory = directory.toAbsolutePath().normalize();
            settings = List.copyOf(settings);
        }

        /** A scratch server of a version, with data in a directory and binaries of this machine. */
        public static Options scratch(PostgresVersion version, Path directory) {
            return new Options(
                    version, directory, PostgresBinaries.onThisMachine(), false, Duration.ofMinutes(10), List.of());
        }

        /** With binaries from elsewhere. */
        public Options binaries(PostgresBinaries other) {
            return new Options(version, directory, other, durable, patience, settings);
        }

        /** With commits that survive a crash of the machine. */
        public Options inDurableForm() {
            return new Options(version, directory, binaries, true, patience, settings);
        }

        /** With another patience. */
        public Options patience(Duration other) {
            return new Options(version, directory, binaries, durable, other, settings);
        }

        /** With further server settings. */
        public Options settings(String... more) {
            return new Options(version, directory, binaries, durable, patience, List.of(more));
        }

        Path data() {
            return directory.resolve("pg" + version.major());
        }
    }

    /**
     * Starts a server, or waits for the process that uses the same data, and says so once.
     *
     * @throws UserFailure if there are no binaries, a folder cannot be written, the data belong to another user or stay in
     *     use
     */
    public static EmbeddedPostgres start(Options options, Events events) {
        try {
            return started(options, RunAs.detect(), events);
        } catch (FileSystemException refused) {
            throw new UserFailure(
                    refused,
                    "the embedded database cannot be kept in " + options.directory(),
                    "found:  " + Trees.reason(refused),
                    "fix:    make that folder writable");
        } catch (IOException failed) {
            throw new ToolFailure(
                    failed, "the embedded PostgreSQL cannot be started", "found:  " + failed.getMessage());
        }
    }

    static EmbeddedPostgres started(Options options, RunAs runAs, Events events) throws IOException {
        Files.createDirectories(options.directory());
        DataLock lock = DataLock.acquire(options.data(), options.patience(), events);
        boolean running = false;
        try {
            Path home =
                    runAs.cache(BinariesCache.ofUser()).home(options.version(), Platform.current(), options.binaries());
            DataDirectory data = new DataDirectory(options.data(), runAs);
            data.prepare(home);
            data.endOrphan(events);
            EmbeddedPostgres postgres = new EmbeddedPostgres(
                    options.version(), options.data(), data.password(), lock, server(home, data, settings(options)));
            Runtime.getRuntime().addShutdownHook(postgres.hook);
            running = true;
            return postgres;
        } finally {
            if (!running) {
                lock.close();
            }
        }
    }

    private static ServerProcess server(Path home, DataDirectory data, List<String> settings) throws IOException {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            Optional<ServerProcess> server = ServerProcess.start(home, data, settings);
            if (server.isPresent()) {
                return server.get();
            }
        }
        throw new UserFailure(
                "the embedded PostgreSQL in " + data.path() + " does not start",
                "found:  " + data.lastLine(),
                "see:    " + data.log());
    }

    private static List<String> settings(Options options) {
        List<String> settings = new ArrayList<>(List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=100",
                "shared_buffers=32MB",
                "logging_collector=off"));
        if (!options.durable()) {
            settings.addAll(List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off"));
        }
        settings.addAll(options.settings());
        return settings;
    }

    /** The server's version. */
    public PostgresVersion version() {
        return version;
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return server.port();
    }

    /** The folder of the data. */
    public Path data() {
        return data;
    }

    /** The superuser's name. */
    public String user() {
        return "postgres";
    }

    /** The superuser's password, random for each data directory. */
    public String password() {
        return password;
    }

    /** The JDBC URL of the database {@code postgres}, with user and password. */
    public String url() {
        return url("postgres");
    }

    /** The JDBC URL of a database, with user and password. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/"
                + java.net.URLEncoder.encode(database, java.nio.charset.StandardCharsets.UTF_8)
                + "?user=postgres&password=" + password;
    }

    /** Whether the server still runs. */
    public boolean isRunning() {
        return server.isAlive();
    }

    /** Ends the server, and the sessions that are open. */
    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyGoing) {
            // the process ends, and the hook does the same
        }
    }

    private synchronized void stop() {
        server.stop();
        try {
            lock.close();
        } catch (IOException freedByTheEndOfTheProcess) {
            // nothing else can be done
        }
    }
}

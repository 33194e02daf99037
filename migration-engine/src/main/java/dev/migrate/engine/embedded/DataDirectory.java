package dev.migrate.engine.embedded;

import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.event.Event;
import dev.migrate.engine.event.Events;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A cluster's files. It is made beside its place and renamed, so that a directory that is there is whole. The superuser's
 * password is random and lies in the directory, which only its owner may read: the server listens on loopback, where
 * every user of the machine could otherwise become this one through {@code COPY … FROM PROGRAM}.
 */
record DataDirectory(Path path, RunAs runAs) {
    private static final String PASSWORD_FILE = "migrate.password";
    private static final Duration ORPHANS_OWN_END = Duration.ofSeconds(2);
    private static final Duration ORPHANS_SHUTDOWN = Duration.ofSeconds(15);

    Path log() {
        return path.resolveSibling(path.getFileName() + ".log");
    }

    /** Makes the cluster if there is none. */
    void prepare(Path home) throws IOException {
        if (!Files.exists(path)) {
            initialise(home);
        }
        if (!Files.isReadable(path) || !Files.isExecutable(path)) {
            throw ofAnother();
        }
        if (!Files.exists(path.resolve("PG_VERSION"))) {
            throw new UserFailure(
                    path + " is no data directory of PostgreSQL",
                    "fix:    remove it, or name another directory for the embedded database");
        }
    }

    /** The superuser's password. */
    String password() throws IOException {
        try {
            return Files.readString(path.resolve(PASSWORD_FILE)).trim();
        } catch (AccessDeniedException denied) {
            throw ofAnother();
        }
    }

    private UserFailure ofAnother() {
        return new UserFailure(
                "the embedded database in " + path + " belongs to another user",
                "found:  permission denied",
                "fix:    remove that directory as its owner (mvn clean removes what lies in target)");
    }

    private void initialise(Path home) throws IOException {
        Path side = path.resolveSibling(path.getFileName() + ".init");
        Path password = path.resolveSibling(path.getFileName() + ".init.password");
        Trees.delete(side);
        Files.deleteIfExists(password);
        try {
            Files.createDirectory(
                    side, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.createFile(
                    password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(password, randomPassword());
            runAs.own(side);
            runAs.own(password);
            initdb(home, side, password);
            Files.move(password, side.resolve(PASSWORD_FILE), StandardCopyOption.ATOMIC_MOVE);
            Files.move(side, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Trees.delete(side);
            Files.deleteIfExists(password);
        }
    }

    private void initdb(Path home, Path side, Path password) throws IOException {
        List<String> command = runAs.command(List.of(
                home.resolve("bin/initdb").toString(),
                "--pgdata=" + side,
                "--auth=scram-sha-256",
                "--username=postgres",
                "--pwfile=" + password,
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync"));
        Process process = new ProcessBuilder(command)
                .directory(new java.io.File("/"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        process.getOutputStream().close();
        if (await(process) != 0) {
            throw new UserFailure(
                    "initdb could not make the embedded database in " + path,
                    "found:  " + lastLine(),
                    "see:    " + log());
        }
    }

    private static int await(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException stopped) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new UserFailure(stopped, "stopped while the embedded database was made");
        }
    }

    /** The last thing that the server's log says, for a message. */
    String lastLine() {
        try {
            List<String> lines = Files.readAllLines(log(), java.nio.charset.StandardCharsets.ISO_8859_1);
            return lines.stream()
                    .filter(line -> !line.isBlank())
                    .filter(line -> line.contains("FATAL") || line.contains("error") || line.contains("PANIC"))
                    .reduce((first, second) -> second)
                    .orElse(lines.isEmpty() ? "no output" : lines.get(lines.size() - 1));
        } catch (IOException unreadable) {
            return "no log";
        }
    }

    /**
     * Ends a server that nobody looks after. The caller holds the lock, so a server of this directory lost its owner; one
     * whose owner was just killed is about to end by itself.
     */
    void endOrphan(Events events) throws IOException {
        Optional<ProcessHandle> orphan = pidFile().flatMap(file -> ProcessHandle.of(file.pid()));
        if (orphan.isEmpty() || !servesThisDirectory(orphan.get())) {
            return; // a pid file of a server that is gone is removed by the next one
        }
        if (!endsWithin(orphan.get(), ORPHANS_OWN_END)) {
            events.accept(
                    new Event.Note("ending the orphaned server " + orphan.get().pid() + " of " + path));
            interrupt(orphan.get().pid());
            if (!endsWithin(orphan.get(), ORPHANS_SHUTDOWN)) {
                throw new UserFailure(
                        "an orphaned PostgreSQL still uses " + path,
                        "found:  process " + orphan.get().pid() + " does not end",
                        "fix:    kill -QUIT " + orphan.get().pid());
            }
        }
    }

    private boolean servesThisDirectory(ProcessHandle process) {
        String[] arguments = process.info().arguments().orElseGet(() -> new String[0]);
        int flag = Arrays.asList(arguments).indexOf("-D");
        return flag >= 0
                && flag + 1 < arguments.length
                && arguments[flag + 1].equals(path.toString())
                && process.info().command().orElse("").endsWith("postgres");
    }

    private static boolean endsWithin(ProcessHandle process, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (process.isAlive()) {
            if (System.nanoTime() >= deadline) {
                return false;
            }
            Pauses.sleep(Duration.ofMillis(10));
        }
        return true;
    }

    /** A fast shutdown; {@link ProcessHandle#destroy} would be a smart one, which waits for the clients. */
    private static void interrupt(long pid) throws IOException {
        await(new ProcessBuilder("kill", "-INT", String.valueOf(pid)).start());
    }

    /** What {@code postmaster.pid} says; empty if it is not there or not whole yet. */
    Optional<PidFile> pidFile() {
        try {
            return PidFile.parse(Files.readAllLines(path.resolve("postmaster.pid")));
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    private static String randomPassword() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /**
     * The lines of {@code postmaster.pid} that matter.
     *
     * @see <a href="https://www.postgresql.org/docs/current/storage-file-layout.html">Database File Layout</a>
     */
    record PidFile(long pid, int port, boolean ready) {
        static Optional<PidFile> parse(List<String> lines) {
            try {
                return lines.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new PidFile(
                                Long.parseLong(lines.get(0).trim()),
                                lines.size() < 4
                                        ? 0
                                        : Integer.parseInt(lines.get(3).trim()),
                                lines.size() >= 8 && lines.get(7).startsWith("ready")));
            } catch (NumberFormatException halfWritten) {
                return Optional.empty();
            }
        }
    }
}

package dev.migrate.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.event.Event;
import dev.migrate.engine.event.Events;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a server when the process that started it ends, in whatever way. */
class ProcessEndsTest {
    @TempDir
    Path folder;

    /** Starts a server, says so, and waits to be ended. */
    static final class Owner {
        private Owner() {}

        public static void main(String[] arguments) throws Exception {
            EmbeddedPostgres.start(
                    EmbeddedPostgres.Options.scratch(PostgresVersion.of(17), Path.of(arguments[0])),
                    event -> System.out.println(event));
            System.out.println("started");
            System.in.read();
            System.exit(0);
        }
    }

    @Test
    void killedOwnerTakesItsServerAlong() throws Exception {
        Process owner = owner();
        awaitStarted(owner);
        ProcessHandle server = server();
        owner.destroyForcibly().waitFor();
        assertThat(endsWithin(server, Duration.ofSeconds(5))).isTrue();
        assertThat(folder.resolve("pg17/postmaster.pid")).doesNotExist();
    }

    @Test
    void terminatedOwnerStopsItsServerCleanly() throws Exception {
        Process owner = owner();
        awaitStarted(owner);
        ProcessHandle server = server();
        owner.toHandle().destroy(); // Process.destroy would close its input as well
        assertThat(owner.waitFor()).isNotZero();
        assertThat(endsWithin(server, Duration.ofSeconds(5))).isTrue();
        assertThat(folder.resolve("pg17/postmaster.pid")).doesNotExist();
    }

    @Test
    void anOrphanWhoseWatchdogDiedTooIsFoundAndEnded() throws Exception {
        Process owner = owner();
        awaitStarted(owner);
        ProcessHandle server = server();
        List<ProcessHandle> watchers =
                owner.descendants().filter(one -> isShell(one)).toList();
        assertThat(watchers).isNotEmpty();
        watchers.forEach(ProcessHandle::destroyForcibly);
        owner.destroyForcibly().waitFor();
        Thread.sleep(300);
        assertThat(server.isAlive()).isTrue();

        List<Event> told = new ArrayList<>();
        try (EmbeddedPostgres next = EmbeddedPostgres.start(options(), told::add)) {
            assertThat(EmbeddedPostgresTest.text(next.url(), "SELECT 1")).isEqualTo("1");
        }
        assertThat(server.isAlive()).isFalse();
        assertThat(told)
                .containsExactly(
                        new Event.Note("ending the orphaned server " + server.pid() + " of " + folder.resolve("pg17")));
    }

    @Test
    void aProcessThatOnlyHasThePidOfAnOrphanIsLeftAlone() throws Exception {
        EmbeddedPostgres.start(options(), Events.none()).close();
        Process innocent = new ProcessBuilder("sleep", "60").start();
        Files.writeString(
                folder.resolve("pg17/postmaster.pid"), innocent.pid() + "\n" + folder + "\n1\n1\n\n\n0 0\nready\n");
        try (EmbeddedPostgres next = EmbeddedPostgres.start(options(), Events.none())) {
            assertThat(EmbeddedPostgresTest.text(next.url(), "SELECT 1")).isEqualTo("1");
            assertThat(innocent.isAlive()).isTrue();
        } catch (UserFailure refusedByPostgres) {
            assertThat(innocent.isAlive()).isTrue();
            assertThat(refusedByPostgres).hasMessageContaining("does not start");
        } finally {
            innocent.destroyForcibly();
        }
    }

    @Test
    void twoProcessesOnOneDirectoryTakeTurns() throws Exception {
        Process first = owner();
        awaitStarted(first);
        Process second = owner();
        String told = line(second);
        assertThat(told)
                .contains("waiting for process " + first.pid() + ", which uses the embedded database in "
                        + folder.resolve("pg17"));
        first.getOutputStream().close();
        assertThat(line(second)).isEqualTo("started");
        second.getOutputStream().close();
        assertThat(first.waitFor()).isZero();
        assertThat(second.waitFor()).isZero();
    }

    private EmbeddedPostgres.Options options() {
        return EmbeddedPostgres.Options.scratch(PostgresVersion.of(17), folder);
    }

    private Process owner() throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        for (String property : List.of("migrate.postgresBinaries", "maven.repo.local", "migrate.cache")) {
            String value = System.getProperty(property);
            if (value != null) {
                command.add("-D" + property + "=" + value);
            }
        }
        command.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Owner.class.getName(),
                folder.toString()));
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("owner.err").toFile())
                .start();
    }

    private static void awaitStarted(Process owner) throws IOException {
        assertThat(line(owner)).isEqualTo("started");
    }

    private static String line(Process process) throws IOException {
        BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
        return String.valueOf(reader.readLine());
    }

    private ProcessHandle server() throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(folder.resolve("pg17/postmaster.pid")).get(0).trim());
        return ProcessHandle.of(pid).orElseThrow();
    }

    private static boolean isShell(ProcessHandle process) {
        String command = process.info().command().orElse("");
        return command.endsWith("/sh") || command.endsWith("/dash") || command.endsWith("/bash");
    }

    private static boolean endsWithin(ProcessHandle process, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            Thread.sleep(10);
        }
        return !process.isAlive();
    }
}

package dev.migrate.engine.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.engine.Migrate;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.ProjectFiles;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import dev.migrate.engine.embedded.EmbeddedPostgres;
import dev.migrate.engine.embedded.PostgresVersion;
import dev.migrate.engine.event.Events;
import dev.migrate.engine.kit.TestDatabase;
import dev.migrate.engine.kit.TestProject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers on which the promises do not hold are refused before anything is written. */
class ServerRefusalTest {
    @TempDir
    Path folder;

    private ProjectFiles project(int postgres) {
        return TestProject.in(folder.resolve("project"), "shop", postgres)
                .safe("V0001_Create", "CREATE TABLE item (id int PRIMARY KEY)")
                .compile();
    }

    @Test
    void refusesAStandby() throws IOException {
        EmbeddedPostgres.Options options = EmbeddedPostgres.Options.scratch(
                PostgresVersion.of(PostgresVersion.DEFAULT_MAJOR), folder.resolve("server"));
        Path data;
        try (EmbeddedPostgres primary = EmbeddedPostgres.start(options, Events.none())) {
            data = primary.data();
        }
        Files.createFile(data.resolve("standby.signal"));
        try (EmbeddedPostgres standby = EmbeddedPostgres.start(options, Events.none())) {
            Settings settings =
                    Settings.builder().set(Setting.URL, standby.url()).build();
            assertThatThrownBy(() -> new Migrate(settings, project(13), Events.none()).apply())
                    .isInstanceOf(UserFailure.class)
                    .hasMessageContaining(" is a standby: it can be read only")
                    .hasMessageContaining("targetServerType=primary");
        }
    }

    @Test
    void refusesAServerOlderThanTheMigrationsWereJudgedFor() {
        TestDatabase database = TestDatabase.create();
        assertThatThrownBy(() -> new Migrate(
                                database.settings().build(), project(PostgresVersion.DEFAULT_MAJOR + 1), Events.none())
                        .apply())
                .isInstanceOf(UserFailure.class)
                .hasMessageStartingWith("the server is PostgreSQL " + PostgresVersion.DEFAULT_MAJOR
                        + ", and the migrations were judged for " + (PostgresVersion.DEFAULT_MAJOR + 1));
        assertThat(database.rows("SELECT to_regnamespace('migrate')")).containsExactly("null");
    }

    @Test
    void refusesAClassThatCannotBeRead() throws IOException {
        TestDatabase database = TestDatabase.create();
        ProjectFiles files = project(13);
        Files.writeString(files.classes().resolve("shop/V0001_Create.class"), "no class at all");
        assertThatThrownBy(() -> new Migrate(database.settings().build(), files, Events.none()).apply())
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("V0001_Create");
        assertThat(database.rows("SELECT to_regnamespace('migrate')")).containsExactly("null");
    }

    @Test
    void thePasswordIsInNoStackTraceEither() {
        TestDatabase database = TestDatabase.create();
        String url = database.url().replaceAll("[?&]password=\\w+", "");
        List<String> told = new ArrayList<>();
        for (Settings settings : List.of(
                Settings.builder()
                        .set(Setting.URL, url)
                        .set(Setting.PASSWORD, "s3cret")
                        .build(),
                Settings.builder().set(Setting.URL, url + "&password=s3cret").build())) {
            Throwable failure = catchThrowable(
                    () -> new Migrate(settings, project(13), event -> told.add(event.toString())).apply());
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString())
                    .contains("the server refuses to log in")
                    .doesNotContain("s3cret");
            assertThat(settings.toString()).doesNotContain("s3cret");
        }
        assertThat(told).noneMatch(text -> text.contains("s3cret"));
    }

    @Test
    void refusesAPoolerOfTransactionsAndTakesOneOfSessions() throws Exception {
        Path program = Path.of(System.getProperty("pgbouncer", "/usr/sbin/pgbouncer"));
        assumeTrue(Files.isExecutable(program), program + " is not installed (Debian: apt-get install pgbouncer)");
        TestDatabase database = TestDatabase.create();
        int port = freePort();
        Process pooler = startPooler(program, database, port, "transaction");
        try {
            Settings settings = Settings.builder()
                    .set(Setting.URL, "jdbc:postgresql://127.0.0.1:" + port + "/pooled?user=anybody")
                    .build();
            assertThatThrownBy(() -> new Migrate(settings, project(13), Events.none()).apply())
                    .isInstanceOf(UserFailure.class)
                    .hasMessageContaining(" is a pooler that pools transactions")
                    .hasMessageContaining("pool_mode = session");
            assertThat(database.rows("SELECT to_regnamespace('migrate')")).containsExactly("null");
        } finally {
            pooler.destroy();
            pooler.waitFor();
        }
        Process sessions = startPooler(program, database, port, "session");
        try {
            Settings settings = Settings.builder()
                    .set(Setting.URL, "jdbc:postgresql://127.0.0.1:" + port + "/pooled?user=anybody")
                    .build();
            new Migrate(settings, project(13), Events.none()).apply();
            assertThat(database.history()).containsExactly("V0001_Create|applied");
        } finally {
            sessions.destroy();
            sessions.waitFor();
        }
    }

    private Process startPooler(Path program, TestDatabase database, int port, String mode) throws Exception {
        URI server = URI.create(database.url().substring("jdbc:".length()));
        String password = server.getQuery().replaceAll(".*password=(\\w+).*", "$1");
        Path configuration = Files.createTempFile("pgbouncer", ".ini");
        Files.writeString(configuration, """
                [databases]
                pooled = host=127.0.0.1 port=%d dbname=%s user=postgres password=%s
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = any
                pool_mode = %s
                ignore_startup_parameters = extra_float_digits
                """.formatted(server.getPort(), database.name(), password, port, mode));
        configuration.toFile().setReadable(true, false);
        List<String> command = new ArrayList<>(List.of(program.toString()));
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("-u", "nobody"));
        }
        command.add(configuration.toString());
        Process pooler = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("pgbouncer-" + mode + ".log").toFile())
                .start();
        for (int tries = 0; !listens(port); tries++) {
            assertThat(tries)
                    .as(Files.readString(folder.resolve("pgbouncer-" + mode + ".log")))
                    .isLessThan(500);
            TwentyMigrations.pause(20);
        }
        return pooler;
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

package dev.migrate.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.event.Event;
import dev.migrate.engine.event.Events;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EmbeddedPostgresTest {
    @TempDir
    Path folder;

    static List<Integer> majors() {
        return PostgresVersion.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void startsEveryMajorAndKeepsItsData(int major) throws Exception {
        Path spaced = folder.resolve("a path with spaces and ümlaut");
        EmbeddedPostgres.Options options = EmbeddedPostgres.Options.scratch(PostgresVersion.of(major), spaced);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(options, Events.none())) {
            assertThat(text(postgres.url(), "SHOW server_version_num")).startsWith(String.valueOf(major));
            execute(postgres.url(), "CREATE TABLE kept AS SELECT 42 AS answer");
        }
        try (EmbeddedPostgres again = EmbeddedPostgres.start(options, Events.none())) {
            assertThat(text(again.url(), "SELECT answer FROM kept")).isEqualTo("42");
            assertThat(again.data()).isEqualTo(spaced.resolve("pg" + major));
        }
    }

    @Test
    void warmStartTakesLessThanASecond() {
        EmbeddedPostgres.start(options(), Events.none()).close();
        long start = System.nanoTime();
        EmbeddedPostgres postgres = EmbeddedPostgres.start(options(), Events.none());
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        postgres.close();
        assertThat(took).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void refusesWhoDoesNotKnowThePassword() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(options(), Events.none())) {
            String guessed = "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/postgres?user=postgres&password=x";
            assertThatThrownBy(() -> text(guessed, "SELECT 1"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void secondUserInThisProcessWaitsAndSaysSoOnce() throws Exception {
        List<Event> told = new ArrayList<>();
        EmbeddedPostgres first = EmbeddedPostgres.start(options(), Events.none());
        Thread ends = new Thread(() -> {
            Pauses.sleep(Duration.ofMillis(400));
            first.close();
        });
        ends.start();
        try (EmbeddedPostgres second = EmbeddedPostgres.start(options(), told::add)) {
            assertThat(text(second.url(), "SELECT 1")).isEqualTo("1");
        }
        ends.join();
        assertThat(told)
                .containsExactly(new Event.Note(
                        "waiting for this process, which uses the embedded database in " + folder.resolve("pg17")));
    }

    @Test
    void givesUpWaitingWithTheHoldersName() {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(options(), Events.none())) {
            assertThat(first.isRunning()).isTrue();
            assertThatThrownBy(() -> EmbeddedPostgres.start(options().patience(Duration.ofMillis(100)), Events.none()))
                    .isInstanceOf(UserFailure.class)
                    .hasMessageStartingWith(
                            "the embedded database in " + folder.resolve("pg17") + " is in use by this process")
                    .hasMessageContaining("fix:");
        }
    }

    @Test
    void scratchServersSkipFsyncAndDurableOnesDoNot() throws Exception {
        try (EmbeddedPostgres scratch = EmbeddedPostgres.start(options(), Events.none())) {
            assertThat(text(scratch.url(), "SHOW fsync")).isEqualTo("off");
        }
        try (EmbeddedPostgres durable = EmbeddedPostgres.start(options().inDurableForm(), Events.none())) {
            assertThat(text(durable.url(), "SHOW fsync")).isEqualTo("on");
            assertThat(text(durable.url(), "SHOW full_page_writes")).isEqualTo("on");
        }
    }

    @Test
    void saysWhatIsWrongWithASetting() {
        assertThatThrownBy(() -> EmbeddedPostgres.start(options().settings("max_connections=none"), Events.none()))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("does not start")
                .hasMessageContaining("max_connections")
                .hasMessageContaining("see:");
        EmbeddedPostgres.start(options(), Events.none()).close(); // the failure left no lock
    }

    @Test
    void refusesAFolderThatIsNoDataDirectory() throws Exception {
        Files.createDirectories(folder.resolve("pg17"));
        Files.writeString(folder.resolve("pg17/mine.txt"), "not yours");
        assertThatThrownBy(() -> EmbeddedPostgres.start(options(), Events.none()))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("is no data directory of PostgreSQL");
        assertThat(folder.resolve("pg17/mine.txt")).exists();
    }

    @Test
    void aHalfMadeClusterIsMadeAgain() throws Exception {
        Files.createDirectories(folder.resolve("pg17.init/base"));
        Files.writeString(folder.resolve("pg17.init/PG_VERSION"), "17");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(options(), Events.none())) {
            assertThat(text(postgres.url(), "SELECT 1")).isEqualTo("1");
        }
        assertThat(folder.resolve("pg17.init")).doesNotExist();
        assertThat(folder.resolve("pg17.init.password")).doesNotExist();
    }

    @Test
    void dataAreClosedToOtherUsers() throws Exception {
        EmbeddedPostgres.start(options(), Events.none()).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("pg17"))))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("pg17/migrate.password"))))
                .isEqualTo("rw-------");
    }

    private EmbeddedPostgres.Options options() {
        return EmbeddedPostgres.Options.scratch(PostgresVersion.of(PostgresVersion.DEFAULT_MAJOR), folder);
    }

    static String text(String url, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

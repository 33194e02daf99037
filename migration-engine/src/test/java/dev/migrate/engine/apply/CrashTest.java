package dev.migrate.engine.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.engine.Migrate;
import dev.migrate.engine.ProjectFiles;
import dev.migrate.engine.Setting;
import dev.migrate.engine.catalog.Catalog;
import dev.migrate.engine.event.Events;
import dev.migrate.engine.kit.TestDatabase;
import dev.migrate.engine.kit.TestProject;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Kills a runner in the middle of twenty migrations, at every named point and at random instants, and lets another one
 * finish: catalog and history are those of a run that nobody disturbed.
 */
class CrashTest {
    private static final int INSTANTS = Integer.getInteger("crash.instants", 10);
    private static final int LEAST_POINTS = 12;

    @TempDir
    static Path folder;

    private static ProjectFiles project;

    @BeforeAll
    static void twentyMigrations() {
        TestProject written = TestProject.in(folder)
                .safe(
                        "V0001_Poll",
                        "CREATE TABLE poll (id int PRIMARY KEY, title text)",
                        "CREATE TABLE vote (id int PRIMARY KEY, poll int)");
        for (int number = 2; number <= 16; number++) {
            written.safe("V%04d_Column".formatted(number), "ALTER TABLE poll ADD COLUMN c%d int".formatted(number));
        }
        for (int number = 17; number <= 19; number++) {
            written.add("""
                    @Safe public final class V%1$04d_Index implements SchemaMigration {
                      public void up(Steps steps) {
                        steps.add(alterTable("vote").addColumn("c%1$d", INTEGER));
                        steps.add(indexConcurrently("vote_%1$d").on("vote", "c%1$d"));
                        steps.add(alterTable("vote").alterColumn("c%1$d").setDefault(val(7)));
                      }
                    }
                    """.formatted(number));
        }
        project = written.add("""
                        @Safe public final class V0020_Fill implements SchemaMigration {
                          public void up(Steps steps) {
                            steps.add(backfill("poll", "c2").setting(expr("id * 2")).oldWritersGet(val(0)));
                          }
                        }
                        """).compile();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyNamedPointIsSurvived(boolean direct) throws Exception {
        TestDatabase calm = database(direct);
        String listed = run(calm, "?").output();
        List<String> points = listed.lines()
                .filter(line -> line.startsWith("at "))
                .map(line -> line.substring(3))
                .toList();
        TreeSet<String> names = new TreeSet<>(points);
        if (!direct) {
            assertThat(names).hasSizeGreaterThanOrEqualTo(LEAST_POINTS);
        }
        String expected = state(calm);
        for (String name : names) {
            int times = (int) points.stream().filter(name::equals).count();
            TestDatabase database = database(direct);
            Ended ended = run(database, name + "#" + (1 + times / 2));
            assertThat(ended.code()).as(name).isEqualTo(CrashPoint.HALTED);
            finish(database);
            assertThat(state(database)).as("killed at " + name).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnabledIfSystemProperty(named = "crash.instants", matches = "\\d+")
    @ValueSource(booleans = {true, false})
    void randomInstantsAreSurvived(boolean direct) throws Exception {
        TestDatabase calm = database(direct);
        long start = System.nanoTime();
        run(calm, "none");
        Duration whole = Duration.ofNanos(System.nanoTime() - start);
        String expected = state(calm);
        long seed = Long.getLong("crash.seed", 20261125);
        Random random = new Random(seed);
        for (int number = 0; number < INSTANTS; number++) {
            TestDatabase database = database(direct);
            long instant = whole.toMillis() / 3 + random.nextLong(Math.max(1, whole.toMillis() * 2 / 3));
            Process process = start(database, "none");
            if (!process.waitFor(instant, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
            finish(database);
            assertThat(state(database))
                    .as("seed " + seed + ", number " + number + ", killed after " + instant + " ms")
                    .isEqualTo(expected);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "crash.stop", matches = "true")
    void aStoppedRunnerBlocksNobodyLongerThanItsTimeout() throws Exception {
        TestDatabase database = database(false);
        Process process = start(database, "!");
        List<Long> waits = new ArrayList<>();
        try (Connection client = database.connect();
                var statement = client.createStatement();
                var lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("at ")) {
                    signal(process, "-STOP");
                    long begun = System.nanoTime();
                    statement.execute("UPDATE poll SET title = 'x' WHERE id = 1; SELECT * FROM vote");
                    waits.add((System.nanoTime() - begun) / 1_000_000);
                    signal(process, "-CONT");
                    process.outputWriter(StandardCharsets.UTF_8).append('\n').flush();
                }
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(waits).hasSizeGreaterThan(LEAST_POINTS).allMatch(millis -> millis <= 50 + 50);
    }

    private static void signal(Process process, String signal) throws Exception {
        new ProcessBuilder("kill", signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    private record Ended(int code, String output) {}

    /** Step by step goes what is pending on a schema that holds something. */
    private static TestDatabase database(boolean direct) {
        TestDatabase database = TestDatabase.create();
        if (!direct) {
            new Migrate(database.settings().set(Setting.TARGET, "V0001_Poll").build(), project, Events.none()).apply();
            database.execute("INSERT INTO poll (id) SELECT generate_series(1, 500)");
        }
        return database;
    }

    private static void finish(TestDatabase database) {
        new Migrate(database.settings().build(), project, Events.none()).apply();
    }

    private static Ended run(TestDatabase database, String crashPoint) throws Exception {
        Process process = start(database, crashPoint);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    private static Process start(TestDatabase database, String crashPoint) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dmigrate.crashPoint=" + crashPoint,
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashRunner.class.getName(),
                        database.url(),
                        project.classes().toString(),
                        project.classPath().stream()
                                .map(Path::toString)
                                .collect(Collectors.joining(File.pathSeparator)))
                .redirectErrorStream(true)
                .start();
    }

    /** The catalog, and the history without times, tries and run ids. */
    private static String state(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return Catalog.describe(connection) + "\n"
                    + String.join(
                            "\n",
                            database.rows("SELECT app, schema, name, kind, state, form, fingerprint, position"
                                    + " FROM migrate.history ORDER BY position"));
        }
    }
}

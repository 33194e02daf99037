package dev.migrate.engine.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.engine.embedded.EmbeddedPostgres;
import dev.migrate.engine.embedded.PostgresVersion;
import dev.migrate.engine.event.Events;
import dev.migrate.engine.kit.ForkedRunner;
import dev.migrate.engine.kit.Proofs;
import dev.migrate.engine.kit.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The server's side dies under a run, at named points and at random instants: its backends are ended, or one of them is
 * killed and the whole server recovers from its log. The run goes on by itself or ends with a reason; the next apply
 * leaves what an undisturbed run leaves.
 */
class ServerDeathTest {
    private static final String SERVER = "engine.tests.url";

    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static EmbeddedPostgres server;

    @SuppressWarnings("NullAway.Init")
    private static TwentyMigrations twenty;

    /** How the server's side dies. */
    enum Death {
        /** An administrator ends the run's sessions. */
        ENDED("SELECT pg_terminate_backend(pid)"),
        /** Commits that were acknowledged must survive: this server syncs them. */
        KILLED("SELECT pid");

        private final String query;

        Death(String query) {
            this.query = query;
        }

        void comeOver(TestDatabase database) {
            List<String> answers =
                    database.rows(query + " FROM pg_stat_activity WHERE application_name LIKE 'migrate %'"
                            + " AND datname = current_database() ORDER BY backend_start");
            if (this == KILLED && !answers.isEmpty()) {
                kill(answers.get(0));
                awaitRecovery();
            }
        }

        private static void kill(String pid) {
            try {
                new ProcessBuilder("kill", "-9", pid).start().waitFor();
            } catch (IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        private static void awaitRecovery() {
            for (int tries = 0; tries < 400; tries++) {
                TwentyMigrations.pause(25);
                try (Connection connection = DriverManager.getConnection(server.url())) {
                    connection.isValid(1);
                    return;
                } catch (SQLException recovering) {
                    // not yet
                }
            }
            throw new IllegalStateException("the server does not recover");
        }
    }

    @BeforeAll
    static void start() {
        server = EmbeddedPostgres.start(
                EmbeddedPostgres.Options.scratch(
                                PostgresVersion.of(PostgresVersion.DEFAULT_MAJOR), folder.resolve("server"))
                        .inDurableForm()
                        .settings("max_connections=60"),
                Events.none());
        System.setProperty(SERVER, server.url());
        twenty = new TwentyMigrations(folder);
    }

    @AfterAll
    static void stop() {
        System.clearProperty(SERVER);
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void namedPointsAreSurvived(Death death) {
        TestDatabase calm = twenty.database(false);
        List<String> points = new ArrayList<>();
        try (ForkedRunner runner = twenty.runner(calm, "?").ready()) {
            runner.go();
            runner.output().lines().filter(line -> line.startsWith("at ")).forEach(points::add);
        }
        String expected = TwentyMigrations.state(calm);
        calm.drop();
        int went = 0;
        List<String> names = Proofs.some(new TreeSet<>(points), 1);
        for (String name : names) {
            int wanted = 1 + (int) points.stream().filter(name::equals).count() / 2;
            went += survives(death, expected, name + " #" + wanted, runner -> {
                for (int times = 0; times < wanted; times++) {
                    runner.awaitPoint(name, times > 0);
                }
            });
        }
        Proofs.report("server side " + death + " at " + names.size() + " named points: " + went
                + " runs went on by themselves, all converge");
    }

    @ParameterizedTest
    @EnumSource
    void randomInstantsAreSurvived(Death death) {
        TestDatabase calm = twenty.database(false);
        twenty.finish(calm);
        String expected = TwentyMigrations.state(calm);
        calm.drop();
        Random random = new Random(Proofs.seed());
        int instants = Proofs.times(1, 60);
        int went = 0;
        for (int number = 0; number < instants; number++) {
            long instant = random.nextLong(900);
            TestDatabase database = twenty.database(false);
            String what = death + ", seed " + Proofs.seed() + ", number " + number + ", after " + instant + " ms";
            try (ForkedRunner runner = twenty.runner(database, "none").ready()) {
                runner.go();
                TwentyMigrations.pause(instant);
                death.comeOver(database);
                went += ended(runner, what);
            }
            assertFinishes(database, expected, what);
        }
        Proofs.report("server side " + death + " at " + instants + " random instants, seed " + Proofs.seed() + ": "
                + went + " runs went on by themselves, all converge");
    }

    /** Brings a runner to where the death comes. */
    private interface Approach {
        void to(Halting runner);
    }

    /** A runner that halts at every point. */
    private record Halting(ForkedRunner runner) {
        void awaitPoint(String name, boolean leaveFirst) {
            if (leaveFirst) {
                runner.go();
            }
            while (!runner.awaitLine("at ").equals(name)) {
                runner.go();
            }
        }
    }

    private static int survives(Death death, String expected, String where, Approach approach) {
        TestDatabase database = twenty.database(false);
        int went;
        try (ForkedRunner runner = twenty.runner(database, "!").ready()) {
            runner.go();
            approach.to(new Halting(runner));
            death.comeOver(database);
            went = toTheEnd(runner, death + " at " + where);
        }
        assertFinishes(database, expected, death + " at " + where);
        return went;
    }

    /** Lets it go on through all points that come. */
    private static int toTheEnd(ForkedRunner runner, String what) {
        List<String> said = new ArrayList<>();
        runner.go();
        for (String line = runner.nextLine(); line != null; line = runner.nextLine()) {
            said.add(line);
            if (line.startsWith("at ")) {
                runner.go();
            }
        }
        return exit(runner, what, said);
    }

    private static int ended(ForkedRunner runner, String what) {
        return exit(runner, what, List.of(runner.output()));
    }

    private static int exit(ForkedRunner runner, String what, List<String> said) {
        assertThat(runner.exitCode()).as(what + "\n" + String.join("\n", said)).isIn(0, 1);
        return runner.exitCode() == 0 ? 1 : 0;
    }

    private static void assertFinishes(TestDatabase database, String expected, String what) {
        twenty.finish(database);
        assertThat(TwentyMigrations.state(database)).as(what).isEqualTo(expected);
        TwentyMigrations.assertNothingIsLeft(database);
        database.drop();
    }
}

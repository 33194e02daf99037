package dev.migrate.engine.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.engine.kit.ForkedRunner;
import dev.migrate.engine.kit.Proofs;
import dev.migrate.engine.kit.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Kills a runner in the middle of twenty migrations, at every named point and at random instants, and lets another one
 * finish: catalog, rows and history are those of a run that nobody disturbed.
 */
class CrashTest {
    private static final int LEAST_POINTS = 12;

    @TempDir
    static Path folder;

    private static TwentyMigrations twenty;

    @BeforeAll
    static void compile() {
        twenty = new TwentyMigrations(folder);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void namedPointsAreSurvived(boolean direct) {
        TestDatabase calm = twenty.database(direct);
        List<String> points;
        try (ForkedRunner runner = twenty.runner(calm, "?").ready()) {
            runner.go();
            points = runner.output()
                    .lines()
                    .filter(line -> line.startsWith("at "))
                    .map(line -> line.substring(3))
                    .toList();
        }
        TreeSet<String> names = new TreeSet<>(points);
        if (!direct) {
            assertThat(names).hasSizeGreaterThanOrEqualTo(LEAST_POINTS);
        }
        String expected = TwentyMigrations.state(calm);
        for (String name : Proofs.some(names, 4)) {
            int times = (int) points.stream().filter(name::equals).count();
            TestDatabase database = twenty.database(direct);
            try (ForkedRunner runner =
                    twenty.runner(database, name + "#" + (1 + times / 2)).ready()) {
                runner.go();
                assertThat(runner.exitCode()).as(name).isEqualTo(CrashPoint.HALTED);
            }
            assertFinishes(database, expected, "killed at " + name);
        }
        calm.drop();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void randomInstantsAreSurvived(boolean direct) {
        TestDatabase calm = twenty.database(direct);
        long whole = undisturbed(calm);
        String expected = TwentyMigrations.state(calm);
        calm.drop();
        int instants = Proofs.times(2, 100);
        Random random = new Random(Proofs.seed());
        int killed = 0;
        TestDatabase database = twenty.database(direct);
        ForkedRunner runner = twenty.runner(database, "none");
        for (int number = 1; number <= instants; number++) {
            TestDatabase nextDatabase = twenty.database(direct);
            runner.ready();
            ForkedRunner next = twenty.runner(nextDatabase, "none");
            long instant = random.nextLong(whole);
            runner.go();
            if (!runner.endsWithin(instant)) {
                runner.kill();
                killed++;
            }
            runner.close();
            assertFinishes(
                    database,
                    expected,
                    "seed " + Proofs.seed() + ", number " + number + ", killed after " + instant + " ms");
            database = nextDatabase;
            runner = next;
        }
        runner.close();
        database.drop();
        Proofs.report("random instants, " + (direct ? "direct" : "step by step") + ": seed " + Proofs.seed() + ", "
                + instants + " within " + whole + " ms, " + killed + " before the end, all converge");
    }

    private static long undisturbed(TestDatabase calm) {
        try (ForkedRunner runner = twenty.runner(calm, "none").ready()) {
            long start = System.nanoTime();
            runner.go();
            runner.awaitLine("ended");
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        }
    }

    private static void assertFinishes(TestDatabase database, String expected, String what) {
        twenty.finish(database);
        assertThat(TwentyMigrations.state(database)).as(what).isEqualTo(expected);
        TwentyMigrations.assertNothingIsLeft(database);
        database.drop();
    }
}

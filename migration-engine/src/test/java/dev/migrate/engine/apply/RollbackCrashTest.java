package dev.migrate.engine.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.engine.Setting;
import dev.migrate.engine.kit.ForkedRunner;
import dev.migrate.engine.kit.Proofs;
import dev.migrate.engine.kit.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rollback that was killed is completed by the next rollback, and ends where an undisturbed one ends. */
class RollbackCrashTest {
    private static final Map<Setting, String> TARGET = Map.of(Setting.TARGET, "V0002_Retire");

    @TempDir
    static Path folder;

    private static TwentyMigrations twenty;
    private static TestDatabase applied;

    @BeforeAll
    static void apply() {
        twenty = new TwentyMigrations(folder);
        applied = twenty.database(false);
        twenty.finish(applied);
        // Nothing is taken away from a live release.
        applied.execute("UPDATE migrate.release SET retired_at = now()");
    }

    @Test
    void anInterruptedRollbackIsCompletedByTheNext() {
        TestDatabase calm = applied.copy();
        List<String> points;
        long whole;
        try (ForkedRunner runner = twenty.runner("rollback", calm, "?", TARGET).ready()) {
            long start = System.nanoTime();
            runner.go();
            points = runner.output()
                    .lines()
                    .filter(line -> line.startsWith("at "))
                    .map(line -> line.substring(3))
                    .toList();
            whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        }
        String expected = TwentyMigrations.state(calm);
        assertThat(calm.history()).containsExactly("V0001_Poll|applied", "V0002_Retire|applied");
        calm.drop();
        List<String> names = Proofs.some(new TreeSet<>(points), 4);
        for (String name : names) {
            int times = (int) points.stream().filter(name::equals).count();
            TestDatabase database = applied.copy();
            try (ForkedRunner runner = twenty.runner("rollback", database, name + "#" + (1 + times / 2), TARGET)
                    .ready()) {
                runner.go();
                assertThat(runner.exitCode()).as(name).isEqualTo(CrashPoint.HALTED);
            }
            assertCompletes(database, expected, "killed at " + name);
        }
        Random random = new Random(Proofs.seed());
        int instants = Proofs.times(1, 50);
        for (int number = 1; number <= instants; number++) {
            TestDatabase database = applied.copy();
            long instant = random.nextLong(whole);
            try (ForkedRunner runner =
                    twenty.runner("rollback", database, "none", TARGET).ready()) {
                runner.go();
                runner.endsWithin(instant);
            }
            assertCompletes(database, expected, "seed " + Proofs.seed() + ", killed after " + instant + " ms");
        }
        Proofs.report("rollback killed at " + names.size() + " named points and " + instants
                + " random instants within " + whole + " ms: all completed by the next");
    }

    private static void assertCompletes(TestDatabase database, String expected, String what) {
        twenty.migrate(database, TARGET).rollback();
        assertThat(TwentyMigrations.state(database)).as(what).isEqualTo(expected);
        TwentyMigrations.assertNothingIsLeft(database);
        database.drop();
    }
}

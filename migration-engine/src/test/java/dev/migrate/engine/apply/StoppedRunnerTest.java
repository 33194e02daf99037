package dev.migrate.engine.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.engine.Setting;
import dev.migrate.engine.kit.ForkedRunner;
import dev.migrate.engine.kit.Proofs;
import dev.migrate.engine.kit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A runner that is stopped (a paused container, a long collection of garbage) blocks nobody: statements, record and COMMIT
 * are one request, so that no lock waits for the runner.
 */
class StoppedRunnerTest {
    private static final long LOCK_TIMEOUT_MILLIS = 50;
    private static final long LONGEST_WAIT_MILLIS = LOCK_TIMEOUT_MILLIS + 50;
    private static final long STOPPED_MILLIS = 400;
    private static final Map<Setting, String> FIXED_TIMEOUT = Map.of(
            Setting.LOCK_TIMEOUT, LOCK_TIMEOUT_MILLIS + "ms", Setting.LOCK_TIMEOUT_MAX, LOCK_TIMEOUT_MILLIS + "ms");

    @TempDir
    static Path folder;

    private static TwentyMigrations twenty;

    @BeforeAll
    static void compile() {
        twenty = new TwentyMigrations(folder);
    }

    /** Stopped where a step begins and where it has ended, while a client reads and writes the tables of the steps. */
    @Test
    void stoppedAtABoundaryOfAStepItHoldsNoLock() throws Exception {
        TestDatabase database = twenty.database(false);
        int every = Proofs.times(9, 1);
        int boundaries = 0;
        int stops = 0;
        long longest = 0;
        try (ForkedRunner runner =
                        twenty.runner("apply", database, "!", FIXED_TIMEOUT).ready();
                Connection connection = database.connect();
                Statement client = client(connection)) {
            runner.go();
            for (String line = runner.nextLine(); line != null; line = runner.nextLine()) {
                if (!line.startsWith("at ")) {
                    continue;
                }
                if (boundaries++ % every == 0) {
                    runner.signal("STOP");
                    assertThat(strongLocks(database)).as(line).isEmpty();
                    longest = Math.max(longest, use(client));
                    stops++;
                    runner.signal("CONT");
                }
                runner.go();
            }
            assertThat(runner.exitCode()).isZero();
        }
        Proofs.report("stopped at " + stops + " of " + boundaries
                + " boundaries: the longest statement of a client took " + longest + " ms");
        assertThat(stops).isGreaterThanOrEqualTo(Proofs.times(10, 100));
        database.drop();
    }

    /** Stopped anywhere, also while the server is at work on its request. */
    @Test
    void stoppedAtARandomInstantItHoldsNoLockForLong() throws Exception {
        Random random = new Random(Proofs.seed());
        int stops = 0;
        int uses = 0;
        for (int number = 0; number < Proofs.times(1, 20); number++) {
            TestDatabase database = twenty.database(false);
            AtomicBoolean ended = new AtomicBoolean();
            try (ForkedRunner runner =
                    twenty.runner("apply", database, "none", FIXED_TIMEOUT).ready()) {
                CompletableFuture<Integer> client = CompletableFuture.supplyAsync(() -> useUntil(ended, database));
                runner.go();
                while (!runner.endsWithin(random.nextInt(100))) {
                    runner.signal("STOP");
                    TwentyMigrations.pause(STOPPED_MILLIS);
                    runner.signal("CONT");
                    stops++;
                }
                ended.set(true);
                uses += client.join();
                assertThat(runner.output()).contains("ended");
            }
            database.drop();
        }
        assertThat(stops).isPositive();
        Proofs.report("stopped at " + stops + " random instants for " + STOPPED_MILLIS + " ms, seed " + Proofs.seed()
                + ": of " + uses + " statements of a client none waited " + LONGEST_WAIT_MILLIS + " ms for a lock");
    }

    /** What the runner's sessions hold that a client could wait for. */
    private static List<String> strongLocks(TestDatabase database) {
        return database.rows("SELECT l.relation::regclass, l.mode FROM pg_locks l JOIN pg_stat_activity a USING (pid)"
                + " WHERE a.application_name LIKE 'migrate %' AND l.granted AND l.locktype = 'relation'"
                + " AND l.relation IN ('poll'::regclass, 'vote'::regclass)");
    }

    /** As an application that waits for a lock so long and no longer: the server's clock decides, not a busy machine's. */
    private static Statement client(Connection connection) throws SQLException {
        Statement client = connection.createStatement();
        client.execute("SET lock_timeout = '" + LONGEST_WAIT_MILLIS + "ms'");
        return client;
    }

    /** Reads and writes; a wait for a lock that is too long is an exception. */
    private static long use(Statement client) throws SQLException {
        long start = System.nanoTime();
        client.execute("UPDATE poll SET title = 'x' WHERE id = 1; SELECT count(*) FROM vote");
        return (System.nanoTime() - start) / 1_000_000;
    }

    /** Uses the tables until the run has ended; gives the number of statements. */
    private static int useUntil(AtomicBoolean ended, TestDatabase database) {
        try (Connection connection = database.connect();
                Statement client = client(connection)) {
            int uses = 0;
            while (!ended.get()) {
                use(client);
                uses++;
            }
            return uses;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}

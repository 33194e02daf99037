package dev.migrate.testing.traffic;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One connection of a release. Requests are due at fixed times: after a stall the client works off what is due. */
final class Client implements Runnable {
    private static final long RECONNECT_NANOS = 20_000_000;
    /** Enough to connect, prepare most statements and compile the loop. */
    private static final int RUNNING_IN = 10;

    private final Post post;
    private final Connecting database;
    private final SplittableRandom random;
    private final Ledger.Page page;
    private final Latencies latencies = new Latencies();
    private final Queue<Failure> failures = new ConcurrentLinkedQueue<>();
    private final long beginNanos = System.nanoTime();
    private final CountDownLatch runIn = new CountDownLatch(RUNNING_IN);
    private volatile boolean counting;
    private volatile boolean stopping;

    /**
     * Whom it plays.
     *
     * @param number among all clients of all releases, from 0
     */
    record Post(Release release, int number, int clients, long intervalNanos, long seed) {
        String applicationName() {
            return Traffic.CLIENT + release.name() + " " + number;
        }
    }

    /** Opens connections under an application name. */
    @FunctionalInterface
    interface Connecting {
        Connection connect(String applicationName) throws SQLException;
    }

    Client(Post post, Connecting database, Ledger ledger) {
        this.post = post;
        this.database = database;
        this.random = new SplittableRandom(post.seed() * 31 + post.number());
        this.page = ledger.page();
    }

    Release release() {
        return post.release();
    }

    Latencies latencies() {
        return latencies;
    }

    Queue<Failure> failures() {
        return failures;
    }

    /** Waits until the first requests are answered; what they took is not counted. */
    void awaitRunIn() throws InterruptedException {
        runIn.await();
        counting = true;
    }

    void stop() {
        stopping = true;
    }

    @Override
    public void run() {
        long due = 0;
        while (!stopping) {
            try (Connection connection = database.connect(post.applicationName())) {
                Turn turn = new Turn(post.number(), post.clients(), connection, random, page);
                if (runIn.getCount() == RUNNING_IN) {
                    due = System.nanoTime() + random.nextLong(post.intervalNanos());
                }
                while (!stopping && !connection.isClosed()) {
                    await(due);
                    request(turn);
                    answered(System.nanoTime() - due);
                    due += post.intervalNanos();
                }
            } catch (SQLException noConnection) {
                fail("connect", noConnection);
                runIn.countDown();
                LockSupport.parkNanos(RECONNECT_NANOS);
            }
        }
    }

    private void answered(long nanos) {
        runIn.countDown();
        if (counting) {
            latencies.add(nanos);
        }
    }

    private void await(long due) {
        long left = due - System.nanoTime();
        while (left > 0 && !stopping) {
            LockSupport.parkNanos(left);
            left = due - System.nanoTime();
        }
    }

    private void request(Turn turn) throws SQLException {
        Request request = post.release().draw(random);
        Connection connection = turn.connection();
        boolean committing = false;
        try {
            connection.setAutoCommit(!request.transactional());
            committing = !request.transactional();
            request.action().run(turn);
            committing = true;
            if (request.transactional()) {
                connection.commit();
            }
            page.acknowledge();
        } catch (SQLException failed) {
            fail(request.name(), failed);
            forget(connection, committing && lostAnswer(failed.getSQLState()));
        }
    }

    private void forget(Connection connection, boolean doubtful) throws SQLException {
        if (doubtful) {
            page.doubt();
        } else {
            page.forget();
        }
        if (!connection.isClosed() && !connection.getAutoCommit()) {
            connection.rollback();
        }
    }

    /** Class 08 and the administrator's and crash's shutdowns leave open whether a COMMIT was done. */
    private static boolean lostAnswer(@Nullable String sqlState) {
        return sqlState == null || sqlState.startsWith("08") || sqlState.startsWith("57P") || sqlState.startsWith("XX");
    }

    private void fail(String request, SQLException failed) {
        String state = failed.getSQLState();
        String message = String.valueOf(failed.getMessage());
        failures.add(new Failure(
                post.release().name(),
                request,
                state == null ? "" : state,
                message.lines().findFirst().orElse(""),
                Duration.ofNanos(System.nanoTime() - beginNanos)));
    }
}

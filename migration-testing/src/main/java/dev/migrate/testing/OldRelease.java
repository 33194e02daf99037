package dev.migrate.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A client of the running release beside a migration; closing it stops it, and fails if one of its statements failed. */
public final class OldRelease implements AutoCloseable {
    private final List<String> statements;
    private final AtomicLong succeeded = new AtomicLong();
    private final Thread thread;
    private volatile boolean stopping;
    private volatile @Nullable SQLException failure;
    private volatile String failed = "";

    private OldRelease(Connecting database, List<String> statements) {
        this.statements = List.copyOf(statements);
        this.thread = new Thread(() -> run(database), "old-release");
    }

    /** Opens connections. */
    @FunctionalInterface
    interface Connecting {
        Connection connect() throws SQLException;
    }

    static OldRelease start(Connecting database, List<String> statements) {
        if (statements.isEmpty()) {
            throw new IllegalArgumentException("no statements");
        }
        OldRelease client = new OldRelease(database, statements);
        client.thread.setDaemon(true);
        client.thread.start();
        client.awaitFirst();
        return client;
    }

    /** How many statements have succeeded so far. */
    public long succeeded() {
        return succeeded.get();
    }

    private void awaitFirst() {
        while (thread.isAlive() && succeeded.get() == 0) {
            Thread.onSpinWait();
        }
    }

    private void run(Connecting database) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (int at = 0; !stopping; at = (at + 1) % statements.size()) {
                failed = statements.get(at);
                statement.execute(failed);
                succeeded.incrementAndGet();
            }
        } catch (SQLException thrown) {
            failure = thrown;
        }
    }

    /** Stops the client. */
    @Override
    public void close() {
        stopping = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        SQLException thrown = failure;
        if (thrown != null) {
            throw new AssertionError(
                    "the running release failed after " + succeeded + " statements: " + thrown.getMessage() + " in: "
                            + failed,
                    thrown);
        }
    }
}

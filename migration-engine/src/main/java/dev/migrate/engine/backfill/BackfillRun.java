package dev.migrate.engine.backfill;

import dev.migrate.core.recipe.Backfill;
import dev.migrate.engine.MigrateException.ToolFailure;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.database.ConnectionLost;
import dev.migrate.engine.event.Event;
import dev.migrate.engine.event.Events;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Runs one backfill to its end; started again after an interruption, it goes on with the next row. */
public final class BackfillRun {
    private static final int FIRST_BATCH = 500;
    private static final int SMALLEST = 10;
    private static final int LARGEST = 20_000;
    private static final int TRIES = 30;
    private static final int PASSES = 3;

    /** lock_not_available, deadlock_detected, serialization_failure: nothing happened, and it can succeed later. */
    private static final Set<String> PASSING = Set.of("55P03", "40P01", "40001");

    /** admin_shutdown, crash_shutdown, cannot_connect_now, idle_in_transaction_session_timeout. */
    private static final Set<String> GONE = Set.of("57P01", "57P02", "57P03", "25P03");

    private final Order order;
    private final Connection connection;
    private final BackfillJournal journal;
    private final FilledTable table;
    private final Filler filler;

    private BackfillRun(Order order, FilledTable table, Filler filler) {
        this.order = order;
        this.connection = order.connection();
        this.journal = new BackfillJournal(order.key());
        this.table = table;
        this.filler = filler;
    }

    /**
     * What to fill.
     *
     * @param connection in autocommit, with a search path that finds the table, and a short time-out for locks
     * @param batchTarget how long a batch should take: its size follows from it
     */
    public record Order(
            Connection connection, BackfillJournal.Key key, Backfill recipe, Duration batchTarget, Events events) {
        /** Refuses null. */
        public Order {
            Objects.requireNonNull(connection, "connection");
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(recipe, "recipe");
            Objects.requireNonNull(batchTarget, "batchTarget");
            Objects.requireNonNull(events, "events");
        }
    }

    /**
     * Fills the column in all rows that were there at the start and have NULL in it. The default that
     * {@code oldWritersGet} asks for is set before, by the migration's step.
     *
     * @throws UserFailure if the table has no single integer key, a type does not fit, the function or the expression
     *     fails, or rows stay locked; batches that are done stay done
     */
    public static void run(Order order) {
        try {
            FilledTable table = FilledTable.of(order.connection(), order.recipe());
            new BackfillRun(order, table, filler(order, table)).fillAll();
        } catch (SQLException failed) {
            throw explain(failed, order);
        }
    }

    private static Filler filler(Order order, FilledTable table) {
        Backfill recipe = order.recipe();
        BackfillJournal journal = new BackfillJournal(order.key());
        if (recipe.setting().isPresent()) {
            return new SqlFiller(table, journal, recipe.setting().get());
        }
        return new RowFiller(
                table,
                journal,
                ModelTypes.of(table, recipe),
                recipe.reading(),
                recipe.computing()
                        .orElseThrow(() -> new IllegalArgumentException("the backfill of " + table.filled()
                                + " was read from source, which has no function to call")),
                order.key().migration());
    }

    private void fillAll() throws SQLException {
        journal.prepare(connection);
        BackfillJournal.Position position = begun();
        if (position.converged()) {
            return;
        }
        if (position.range().isPresent()) {
            BackfillJournal.Range range = position.range().get();
            for (int pass = 1; ; pass++) {
                fillRange(position, range);
                long missing = filler.missing(connection, range);
                if (missing == 0) {
                    break;
                }
                if (pass == PASSES) {
                    throw notConverging(missing);
                }
                journal.rewind(connection);
                position = begun();
            }
        }
        journal.converged(connection);
    }

    private BackfillJournal.Position begun() throws SQLException {
        Optional<BackfillJournal.Position> position = journal.read(connection);
        if (position.isPresent()) {
            return position.get();
        }
        journal.begin(connection, Keys.all(connection, table), Keys.estimate(connection, table), FIRST_BATCH);
        return journal.read(connection).orElseThrow();
    }

    private void fillRange(BackfillJournal.Position position, BackfillJournal.Range range) throws SQLException {
        Optional<Long> done = position.done();
        int batch = position.batch();
        int triesLeft = TRIES;
        while (true) {
            Optional<Long> last = Keys.lastOfNext(connection, table, done, range.last(), batch);
            if (last.isEmpty()) {
                return;
            }
            long start = System.nanoTime();
            Optional<Filler.Moved> moved = tried(done, last.get(), batch);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            boolean whole = moved.isPresent() && !moved.get().done().equals(done);
            if (whole) {
                order.events()
                        .accept(new Event.Batch(
                                order.key().migration(), moved.get().rows(), position.total(), took));
                done = moved.get().done();
                batch = sized(batch, took);
                triesLeft = TRIES;
            } else {
                triesLeft--;
                if (triesLeft == 0) {
                    throw staysBusy(done, last.get());
                }
                batch = Math.max(SMALLEST, batch / 2);
                pause();
            }
        }
    }

    /** Empty if the rows were locked; a batch of which rows changed meanwhile leaves the journal where it was. */
    private Optional<Filler.Moved> tried(Optional<Long> done, long last, int batch) throws SQLException {
        try {
            Optional<Filler.Moved> moved = filler.fill(connection, done, last, batch);
            if (moved.isEmpty()) {
                throw new UserFailure(
                        "another run goes on with the backfill of " + table.filled(),
                        "note:   this run stops here; nothing is lost or done twice");
            }
            return moved;
        } catch (SQLException failed) {
            if (PASSING.contains(String.valueOf(failed.getSQLState()))) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    /** Towards the time target, at most doubled and at least halved in one go. */
    private int sized(int batch, Duration took) {
        double factor = (double) order.batchTarget().toNanos() / Math.max(1, took.toNanos());
        return (int) Math.max(SMALLEST, Math.min(LARGEST, batch * Math.max(0.5, Math.min(2.0, factor))));
    }

    private static void pause() {
        try {
            Thread.sleep(50 + ThreadLocalRandom.current().nextInt(100));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UserFailure(stopped, "stopped during a backfill; the batches before are done");
        }
    }

    private UserFailure staysBusy(Optional<Long> done, long last) {
        return new UserFailure(
                "rows of " + table.name() + " stay locked or change all the time: " + table.key()
                        + done.map(key -> " after " + key).orElse("") + " up to " + last,
                "found:  " + TRIES + " tries failed",
                "fix:    end the transaction that holds them, and apply again: the backfill goes on from there");
    }

    private UserFailure notConverging(long missing) {
        return new UserFailure(
                "the backfill of " + table.filled() + " does not converge: " + missing
                        + (missing == 1 ? " row has" : " rows have") + " no value again",
                "found:  after " + PASSES + " passes; somebody sets the column to NULL",
                "fix:    find the writer, and apply again");
    }

    private static RuntimeException explain(SQLException failed, Order order) {
        String state = String.valueOf(failed.getSQLState());
        String message = String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
        if (state.startsWith("08") || GONE.contains(state)) {
            return new ConnectionLost(failed);
        }
        String filled = order.recipe().table() + "." + order.recipe().column();
        if (state.startsWith("22") || state.startsWith("23") || state.startsWith("42") || state.startsWith("P0")) {
            return new UserFailure(
                    failed,
                    "the backfill of " + filled + " by " + order.key().migration() + " is refused by the server",
                    "found:  " + message,
                    "note:   the batches before are done, and nothing of this one is written");
        }
        return new ToolFailure(failed, "the backfill of " + filled + " failed: " + message);
    }
}

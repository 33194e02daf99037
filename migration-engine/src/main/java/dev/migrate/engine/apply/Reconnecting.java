package dev.migrate.engine.apply;

import dev.migrate.engine.MigrateException;
import dev.migrate.engine.MigrateException.ToolFailure;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.database.ConnectionLost;
import dev.migrate.engine.database.SqlFailure;
import dev.migrate.engine.event.Event;
import dev.migrate.engine.event.Events;

/** Does a piece of work that can be begun anew at any time, again after each loss of its connection. */
final class Reconnecting {
    private static final int TRIES = 6;
    private static final long FIRST_PAUSE_MILLIS = 250;

    private Reconnecting() {}

    /** The work; it is told whether it was begun before. */
    @FunctionalInterface
    interface Work<T> {
        T once(boolean again);
    }

    /**
     * Does it.
     *
     * @throws UserFailure if the server refuses a statement of the tool itself
     * @throws ToolFailure if the connection is lost again and again
     */
    static <T> T run(Events events, Work<T> work) {
        ConnectionLost lost = null;
        for (int number = 1; number <= TRIES; number++) {
            try {
                return work.once(lost != null);
            } catch (ConnectionLost broken) {
                lost = broken;
                events.accept(new Event.Warning("the connection was lost; connecting again, and reading the history"));
            } catch (SqlFailure refused) {
                throw refusal(refused);
            } catch (MigrateException failure) {
                boolean serverIsAway = lost != null && failure.getCause() instanceof java.sql.SQLException;
                if (!serverIsAway || number == TRIES) {
                    throw failure;
                }
            }
            pause(number);
        }
        throw new ToolFailure(
                lost == null ? new IllegalStateException() : lost,
                "the connection was lost " + TRIES + " times",
                "effect: what was committed is recorded; run again to go on");
    }

    /** What the steps may be refused for is explained where they run; this is a statement that only the tool wrote. */
    private static UserFailure refusal(SqlFailure refused) {
        return new UserFailure(
                refused,
                "the server refuses a statement of the tool: " + refused.serverMessage() + " (SQLSTATE "
                        + refused.state() + ")",
                "effect: what was committed is recorded; run again to go on");
    }

    private static void pause(int number) {
        try {
            Thread.sleep(FIRST_PAUSE_MILLIS << (number - 1));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UserFailure(interrupted, "interrupted while connecting again; run again to go on");
        }
    }
}

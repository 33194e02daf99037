package dev.migrate.testing.traffic;

import java.time.Duration;
import java.util.List;

/**
 * A time in which a client's backend waited for a lock.
 *
 * @param client the waiting client's application name
 * @param statement what it ran
 * @param blockers the application names of those that hold what it waits for or are ahead of it in the queue, and of
 *     those that block them
 * @param ours whether one of them is the migration
 * @param at since the traffic began
 * @param length as seen by looking every few milliseconds, or as the server wrote it into its log
 */
public record Stall(
        String client, String statement, List<String> blockers, boolean ours, Duration at, Duration length) {
    /** Copies the list. */
    public Stall {
        blockers = List.copyOf(blockers);
    }
}

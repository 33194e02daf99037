package dev.migrate.engine.history;

import dev.migrate.core.plan.Recorded;
import java.util.Objects;

/**
 * A migration in the history.
 *
 * @param kind {@code safe}, {@code expand}, {@code contract}, {@code risky}
 * @param position counts from 1 in the order in which they were begun
 * @param appliedAt the server's time, in UTC, to the second
 */
public record HistoryRow(
        Recorded recorded,
        String kind,
        int position,
        int tries,
        long tookMillis,
        String run,
        String appliedBy,
        String appliedAt) {
    /** Refuses null. */
    public HistoryRow {
        Objects.requireNonNull(recorded, "recorded");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(appliedBy, "appliedBy");
        Objects.requireNonNull(appliedAt, "appliedAt");
    }

    /** The migration's name. */
    public String name() {
        return recorded.name();
    }
}

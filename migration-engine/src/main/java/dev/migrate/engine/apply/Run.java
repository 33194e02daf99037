package dev.migrate.engine.apply;

import dev.migrate.engine.database.Session;
import dev.migrate.engine.event.Events;
import dev.migrate.engine.history.History;
import dev.migrate.engine.history.HistoryWriter;
import java.time.Duration;

/**
 * One run on one app and schema: the session that holds its lock, and what it works with.
 *
 * @param session executes and records
 */
record Run(
        Session session,
        History history,
        HistoryWriter writer,
        Pace pace,
        Ladder ladder,
        BlockerWatch watch,
        Backfills backfills,
        Events events) {
    /** A request of one transaction. */
    Request transaction(Duration lockTimeout) {
        return Request.transaction(lockTimeout, pace.lockTimeout());
    }
}

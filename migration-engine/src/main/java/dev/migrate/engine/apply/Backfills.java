package dev.migrate.engine.apply;

import dev.migrate.core.recipe.Backfill;
import dev.migrate.engine.database.Session;
import dev.migrate.engine.event.Events;
import dev.migrate.engine.history.History;

/** Fills columns in batches. */
@FunctionalInterface
public interface Backfills {
    /**
     * Runs a backfill to its end; called again after an interruption, it goes on where its journal says.
     *
     * @throws dev.migrate.engine.MigrateException.UserFailure if it cannot be done
     */
    void run(Task task);

    /**
     * One backfill.
     *
     * @param session the run's session, in autocommit: it holds the run lock
     * @param unit the number of the unit within the migration, from 1: with (app, schema, migration) the journal's key
     */
    record Task(Session session, History.Scope scope, String migration, int unit, Backfill backfill, Events events) {}
}

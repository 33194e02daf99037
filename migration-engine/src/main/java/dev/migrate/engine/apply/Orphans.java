package dev.migrate.engine.apply;

import dev.migrate.core.operation.Identifiers;
import dev.migrate.engine.database.Session;
import dev.migrate.engine.database.SqlFailure;
import dev.migrate.engine.event.Event;
import dev.migrate.engine.event.Events;
import dev.migrate.engine.history.History;

/**
 * Sessions that a dead run left on the server: its process is gone, and the server has not noticed yet. Only the holder
 * of the run lock ends them, so none of them can be a run that lives.
 */
final class Orphans {
    private Orphans() {}

    /** Ends the sessions of earlier runs on the same app and schema. */
    static void endThoseOfOtherRuns(Session session, History.Scope scope, Events events) {
        end(
                session,
                "EXISTS (SELECT FROM " + scope.table("run") + " r WHERE r.app = " + Identifiers.literal(scope.app())
                        + " AND r.schema = " + Identifiers.literal(scope.schema()) + " AND r.id <> "
                        + Identifiers.literal(session.runId())
                        + " AND pg_catalog.split_part(a.application_name, ' ', 2) = r.id)",
                events);
    }

    /** Ends what this very run left when its connection broke, before it asks for its lock again. */
    static void endOwn(Session session, Events events) {
        end(
                session,
                "pg_catalog.split_part(a.application_name, ' ', 2) = " + Identifiers.literal(session.runId()),
                events);
    }

    private static void end(Session session, String condition, Events events) {
        try {
            session.query(
                            "SELECT a.pid, pg_catalog.pg_terminate_backend(a.pid) FROM pg_catalog.pg_stat_activity a"
                                    + " WHERE a.application_name LIKE 'migrate %' AND a.pid <> pg_catalog.pg_backend_pid()"
                                    + " AND a.datname = pg_catalog.current_database() AND " + condition,
                            row -> row.getInt(1))
                    .forEach(pid -> events.accept(
                            new Event.Note("ended process " + pid + ", which a dead run had left on the server")));
        } catch (SqlFailure refused) {
            events.accept(new Event.Warning("sessions of a dead run could not be ended: " + refused.serverMessage()));
        }
    }
}

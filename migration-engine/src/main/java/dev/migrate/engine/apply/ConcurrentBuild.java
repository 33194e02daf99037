package dev.migrate.engine.apply;

import dev.migrate.core.plan.Unit;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.Setting;
import dev.migrate.engine.database.Session;
import dev.migrate.engine.database.SqlFailure;
import dev.migrate.engine.event.Event;
import java.util.List;
import java.util.Optional;

/**
 * A statement CONCURRENTLY. It waits for every transaction older than itself, also on other tables, and a time-out for
 * locks counts that wait and leaves an INVALID index: so it runs without one and is watched instead. Its locks let reads
 * and writes pass.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY">Building
 *     Indexes Concurrently</a>
 */
final class ConcurrentBuild {
    private static final String CANCELED = "57014";

    private final Run run;

    ConcurrentBuild(Run run) {
        this.run = run;
    }

    void run(String migration, Unit.Alone unit) {
        Session session = run.session();
        session.request("SET lock_timeout = 0");
        LongWait watch = LongWait.watch(run, migration);
        try {
            removeLeftover(session, unit);
            CrashPoint.hit("before-concurrent");
            session.request(unit.statement().sql());
            CrashPoint.hit("after-concurrent");
        } catch (SqlFailure failure) {
            CrashPoint.hit("after-failed-concurrent");
            throw explain(migration, unit, failure);
        } finally {
            watch.close();
            restoreTimeout(session);
        }
    }

    private void removeLeftover(Session session, Unit.Alone unit) {
        Optional<Unit.Leftover> leftover = unit.leftover();
        if (leftover.isPresent() && session.holds(leftover.get().presentWhen())) {
            run.events()
                    .accept(new Event.Note("removing what an interrupted run left: "
                            + leftover.get().removal()));
            CrashPoint.hit("before-leftover-removal");
            session.request(leftover.get().removal());
        }
    }

    private RuntimeException explain(String migration, Unit.Alone unit, SqlFailure failure) {
        if (failure.passing()) {
            return failure;
        }
        removeAfterFailure(unit);
        if (failure.state().equals(CANCELED)) {
            List<String> blockers = run.watch().seen().stream().toList();
            return new UserFailure(
                    failure,
                    migration + " waited longer than "
                            + run.pace().concurrentWait().toSeconds() + " s for older transactions",
                    "found:  " + (blockers.isEmpty() ? "cancelled from outside" : blockers.get(0)),
                    "effect: the build was cancelled and what it left removed; nobody was blocked",
                    "fix:    wait for the old transactions to end, or end them, and run again",
                    "or:     a longer " + Setting.CONCURRENT_WAIT.property());
        }
        return Refusal.of(
                migration,
                Optional.of(unit.statement()),
                failure,
                "what the build left is removed; the steps before it are done and recorded");
    }

    /** An INVALID index costs every write: it does not stay until somebody runs again. */
    private void removeAfterFailure(Unit.Alone unit) {
        try {
            removeLeftover(run.session(), unit);
        } catch (SqlFailure again) {
            run.events().accept(new Event.Warning("an invalid index could not be removed; the next run removes it"));
        }
    }

    private void restoreTimeout(Session session) {
        try {
            session.request("SET lock_timeout = '" + run.pace().lockTimeout().toMillis() + "ms'");
        } catch (dev.migrate.engine.database.ConnectionLost lost) {
            // The failure that is on its way says more.
        }
    }
}

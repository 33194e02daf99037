package dev.migrate.engine.apply;

import dev.migrate.core.plan.Unit;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.database.SqlFailure;
import java.util.Optional;

/** Runs the units that no transaction can hold, up to the point where they can tell that they are done. */
final class UnitRunner {
    private static final String CANCELED = "57014";

    private final Run run;

    UnitRunner(Run run) {
        this.run = run;
    }

    /**
     * Runs it, unless it is done.
     *
     * @return the number of tries; 0 if it was done
     */
    int run(String migration, int number, Unit unit) {
        if (unit instanceof Unit.Alone alone) {
            return alone(migration, alone);
        }
        Unit.Batches batches = (Unit.Batches) unit;
        run.backfills()
                .run(new Backfills.Task(
                        run.session(), run.history().scope(), migration, number, batches.backfill(), run.events()));
        return 1;
    }

    private int alone(String migration, Unit.Alone unit) {
        if (done(migration, unit)) {
            return 0;
        }
        int tries = run.ladder().climb(migration, (attempt, timeout) -> {
            if (unit.concurrent()) {
                new ConcurrentBuild(run).run(migration, unit);
            } else {
                CrashPoint.hit("before-alone");
                send(migration, unit, unit.statement().sql());
            }
        });
        CrashPoint.hit("after-alone");
        if (!done(migration, unit)) {
            throw new UserFailure(
                    migration + ": a statement outside a transaction ran, and its doneWhen is still false",
                    "found:  " + unit.statement().sql(),
                    "        " + unit.doneWhen(),
                    "fix:    correct doneWhen: true exactly when the statement took full effect");
        }
        return tries;
    }

    private boolean done(String migration, Unit.Alone unit) {
        try {
            return run.session().holds(unit.doneWhen());
        } catch (SqlFailure failure) {
            throw Refusal.of(
                    migration,
                    Optional.of(
                            new Unit.Statement(unit.doneWhen(), unit.statement().place())),
                    failure,
                    "whether the step is done cannot be told; it was not run");
        }
    }

    private void send(String migration, Unit.Alone unit, String sql) {
        try {
            run.session().request(sql);
        } catch (SqlFailure failure) {
            if (failure.passing()) {
                throw failure;
            }
            throw Refusal.of(
                    migration,
                    Optional.of(unit.statement()),
                    failure,
                    failure.state().equals(CANCELED)
                            ? "the statement was cancelled; the steps before it are done and recorded"
                            : "the steps before it are done and recorded");
        }
    }
}

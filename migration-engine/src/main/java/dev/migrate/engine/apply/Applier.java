package dev.migrate.engine.apply;

import dev.migrate.core.plan.MigrationPlan;
import dev.migrate.core.plan.Recorded;
import dev.migrate.core.plan.Unit;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.database.SqlFailure;
import dev.migrate.engine.event.Event;
import dev.migrate.engine.history.HistoryRow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Applies one migration. Where one transaction does it, its statements, its row in the history and COMMIT are one
 * request; else a journal of units, each of which is recorded in its own transaction or can tell that it is done.
 */
final class Applier {
    private static final String UP = "up";

    private final Run run;

    Applier(Run run) {
        this.run = run;
    }

    /**
     * Applies it, or goes on with it.
     *
     * @param begun its row in the history, if a run began it
     * @return the number of tries
     */
    int apply(MigrationPlan plan, Optional<HistoryRow> begun) {
        long start = System.nanoTime();
        CrashPoint.hit("before-migration");
        int tries = plan.oneTransaction() && begun.isEmpty() ? atOnce(plan) : byUnits(plan, begun);
        CrashPoint.hit("after-migration");
        run.events().accept(new Event.MigrationDone(plan.name(), Duration.ofNanos(System.nanoTime() - start)));
        return tries;
    }

    private int atOnce(MigrationPlan plan) {
        List<Unit.Statement> statements = plan.units().stream()
                .flatMap(unit -> ((Unit.Transaction) unit).parts().stream())
                .toList();
        String shown = statements.isEmpty() ? "" : statements.get(0).sql();
        run.events().accept(new Event.StepStarted(plan.name(), 1, 1, shown));
        return run.ladder().climb(plan.name(), (number, timeout) -> {
            Request request = run.transaction(timeout);
            statements.forEach(request::step);
            request.own(run.writer().insert(plan, Recorded.State.APPLIED, number));
            CrashPoint.hit("before-request");
            send(plan.name(), request, "rolled back as a whole; the migrations before it are applied");
            CrashPoint.hit("after-request");
        });
    }

    private int byUnits(MigrationPlan plan, Optional<HistoryRow> begun) {
        if (begun.isEmpty()) {
            CrashPoint.hit("before-intent");
            run.session().request(run.writer().insert(plan, Recorded.State.APPLYING, 0));
            CrashPoint.hit("after-intent");
        }
        Map<Integer, String> done =
                begun.isEmpty() ? Map.of() : run.history().doneSteps(run.session(), plan.name(), UP);
        int tries = 0;
        for (int number = 1; number <= plan.units().size(); number++) {
            Unit unit = plan.units().get(number - 1);
            String digest = UnitDigest.of(unit);
            if (done.containsKey(number)) {
                refuseOtherUnit(plan.name(), number, digest, done.get(number));
                continue;
            }
            tries += unit(plan, number, unit, digest);
        }
        return Math.max(1, tries);
    }

    private int unit(MigrationPlan plan, int number, Unit unit, String digest) {
        long start = System.nanoTime();
        int of = plan.units().size();
        run.events().accept(new Event.StepStarted(plan.name(), number, of, Units.shown(unit)));
        CrashPoint.hit("before-unit");
        boolean last = number == of;
        int tries;
        if (unit instanceof Unit.Transaction transaction) {
            tries = transaction(plan.name(), number, transaction, digest, last);
        } else {
            tries = new UnitRunner(run).run(plan.name(), number, unit);
            CrashPoint.hit("before-record");
            Request record = run.transaction(run.pace().lockTimeout());
            record(record, plan.name(), number, digest, last, tries);
            run.session().request(record.sql());
        }
        CrashPoint.hit("after-unit");
        run.events().accept(new Event.StepDone(plan.name(), number, Duration.ofNanos(System.nanoTime() - start)));
        return tries;
    }

    private int transaction(String name, int number, Unit.Transaction unit, String digest, boolean last) {
        return run.ladder().climb(name, (attempt, timeout) -> {
            Request request = run.transaction(timeout);
            unit.parts().forEach(request::step);
            record(request, name, number, digest, last, attempt);
            CrashPoint.hit("before-unit-request");
            send(name, request, "the step is rolled back; the steps before it are done and recorded");
            CrashPoint.hit("after-unit-request");
        });
    }

    private void record(Request request, String name, int number, String digest, boolean last, int tries) {
        request.own(run.writer().step(name, UP, number, digest));
        if (last) {
            request.own(run.writer().complete(name, tries));
        }
    }

    private void send(String name, Request request, String effect) {
        try {
            run.session().request(request.sql());
        } catch (SqlFailure failure) {
            if (failure.passing()) {
                throw failure;
            }
            throw Refusal.of(name, request.at(failure.position()), failure, effect);
        }
    }

    private static void refuseOtherUnit(String name, int number, String now, String then) {
        if (!now.equals(then)) {
            throw new UserFailure(
                    name + " is half applied, and its step " + number + " is not the one that was run",
                    "effect: the rest of it would not fit what is there",
                    "fix:    go on with the version of class and tool that began it");
        }
    }
}

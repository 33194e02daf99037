package dev.migrate.engine.apply;

import dev.migrate.core.plan.Unit;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.database.SqlFailure;
import dev.migrate.engine.event.Event;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Does one migration, forward or back. Where one transaction does it, its statements, its row in the history and COMMIT are one
 * request; else a journal of units, each of which is recorded in its own transaction or can tell that it is done.
 */
final class Applier {
    private final Run run;

    Applier(Run run) {
        this.run = run;
    }

    /**
     * Does it, or goes on with it.
     *
     * @param begun whether a run began it
     * @return the number of tries
     */
    int run(Work work, boolean begun) {
        CrashPoint.hit("before-migration");
        int tries = work.oneTransaction() && !begun ? atOnce(work) : byUnits(work, begun);
        CrashPoint.hit("after-migration");
        return tries;
    }

    private int atOnce(Work work) {
        List<Unit.Statement> statements = work.units().stream()
                .flatMap(unit -> ((Unit.Transaction) unit).parts().stream())
                .toList();
        String shown = statements.isEmpty() ? "" : statements.get(0).sql();
        run.events().accept(new Event.StepStarted(work.name(), 1, 1, shown));
        return run.ladder().climb(work.name(), (number, timeout) -> {
            Request request = run.transaction(timeout);
            statements.forEach(request::step);
            request.own(work.atOnce().apply(number));
            CrashPoint.hit("before-request");
            send(work.name(), request, "rolled back as a whole; what came before it is done and recorded");
            CrashPoint.hit("after-request");
        });
    }

    private int byUnits(Work work, boolean begun) {
        if (!begun) {
            CrashPoint.hit("before-intent");
            run.session().request(work.begin());
            CrashPoint.hit("after-intent");
        }
        Map<Integer, String> done =
                begun ? run.history().doneSteps(run.session(), work.name(), work.direction()) : Map.of();
        int tries = 0;
        for (int number = 1; number <= work.units().size(); number++) {
            Unit unit = work.units().get(number - 1);
            String digest = UnitDigest.of(unit);
            if (done.containsKey(number)) {
                refuseOtherUnit(work.name(), number, digest, done.get(number));
            } else {
                tries += unit(work, number, unit, digest);
            }
        }
        return Math.max(1, tries);
    }

    private int unit(Work work, int number, Unit unit, String digest) {
        long start = System.nanoTime();
        run.events()
                .accept(new Event.StepStarted(work.name(), number, work.units().size(), Units.shown(unit)));
        CrashPoint.hit("before-unit");
        int tries;
        if (unit instanceof Unit.Transaction transaction) {
            tries = transaction(work, number, transaction, digest);
        } else {
            tries = new UnitRunner(run).run(work.name(), number, unit);
            CrashPoint.hit("before-record");
            Request record = run.transaction(run.pace().lockTimeout());
            record(record, work, number, digest, tries);
            run.session().request(record.sql());
        }
        CrashPoint.hit("after-unit");
        run.events().accept(new Event.StepDone(work.name(), number, Duration.ofNanos(System.nanoTime() - start)));
        return tries;
    }

    private int transaction(Work work, int number, Unit.Transaction unit, String digest) {
        return run.ladder().climb(work.name(), (attempt, timeout) -> {
            Request request = run.transaction(timeout);
            unit.parts().forEach(request::step);
            record(request, work, number, digest, attempt);
            CrashPoint.hit("before-unit-request");
            send(work.name(), request, "the step is rolled back; the steps before it are done and recorded");
            CrashPoint.hit("after-unit-request");
        });
    }

    private void record(Request request, Work work, int number, String digest, int tries) {
        request.own(run.writer().step(work.name(), work.direction(), number, digest));
        if (number == work.units().size()) {
            request.own(work.finish().apply(tries));
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
                    name + " is half done, and its step " + number + " is not the one that was run",
                    "effect: the rest of it would not fit what is there",
                    "fix:    go on with the version of class and tool that began it");
        }
    }
}

package dev.migrate.engine.apply;

import dev.migrate.core.migration.Migration;
import dev.migrate.core.plan.MigrationPlan;
import dev.migrate.core.plan.Planner;
import dev.migrate.core.plan.Recorded;
import dev.migrate.engine.Setting;
import dev.migrate.engine.backup.Backups;
import dev.migrate.engine.event.Event;
import dev.migrate.engine.history.History;
import dev.migrate.engine.history.HistoryRow;
import dev.migrate.engine.history.Ledger;
import dev.migrate.engine.output.Words;
import dev.migrate.engine.release.HiddenColumn;
import dev.migrate.engine.release.ReleaseScope;
import dev.migrate.engine.release.Tombstones;
import dev.migrate.engine.verify.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Applies what is pending on one app and schema. Everything is read anew when the connection was lost: that is a crash
 * in miniature, and the history tells what happened.
 */
final class ApplyRun {
    private final Workplace.Tools tools;
    private final String app;
    private final Optional<String> schema;
    private final Map<String, Applied> applied = new LinkedHashMap<>();
    private Optional<Backups.Backup> backup = Optional.empty();
    private boolean direct;

    ApplyRun(Workplace.Tools tools, String app, Optional<String> schema) {
        this.tools = tools;
        this.app = app;
        this.schema = schema;
    }

    ApplyResult.Part run() {
        return Reconnecting.run(tools.events(), this::once);
    }

    private ApplyResult.Part once(boolean again) {
        try (Workplace place = Workplace.open(tools, app, schema, again)) {
            learnWhatWasApplied(place.ledger());
            HistoryComparison.refuseHalfUndone(place.ledger());
            Agenda agenda = agenda(place);
            agenda.refuseOutsideWindow(tools.settings().flag(Setting.MAINTENANCE_WINDOW));
            agenda.waiting().forEach(one -> tools.events().accept(new Event.Gate(one.name(), one.waitsFor())));
            warnOfLate(place);
            if (!agenda.todo().isEmpty()) {
                prepare(place, agenda);
                work(place, agenda);
            }
            List<Verdict> verdicts =
                    applied.isEmpty() ? List.of() : new VerifyStage(tools, place).run(applied.keySet());
            return new ApplyResult.Part(
                    app,
                    place.session().schema(),
                    List.copyOf(applied.values()),
                    agenda.waiting(),
                    direct,
                    backup,
                    verdicts);
        }
    }

    /** What is asked and kept before the first statement; a run that lost its connection has its backup already. */
    private void prepare(Workplace place, Agenda agenda) {
        direct = direct || agenda.todo().stream().anyMatch(MigrationPlan::direct);
        if (backup.isEmpty() && applied.isEmpty()) {
            backup = new BackupStage(tools, place).run(agenda);
        }
        tools.events()
                .accept(new Event.Stage(
                        "validate", app + ", schema " + place.session().schema()));
        new Privileges(tools.graph(), place.session(), place.history().scope()).refuseMissing(place.ledger(), agenda);
        tools.events()
                .accept(new Event.Note("server, history, order, fingerprints, window and privileges are as needed"));
        tools.events()
                .accept(new Event.Stage(
                        "apply", Words.count(agenda.todo().size(), "migration") + " to " + tools.target()));
    }

    /** An answer that was lost with the connection: the history row was committed with what it records. */
    private void learnWhatWasApplied(Ledger ledger) {
        for (HistoryRow row : ledger.rows()) {
            boolean ours = row.run().equals(tools.runId()) && row.recorded().state() == Recorded.State.APPLIED;
            if (ours && !applied.containsKey(row.name())) {
                applied.put(row.name(), new Applied(row.name(), row.tries(), row.tookMillis()));
                tools.events().accept(new Event.Note(row.name() + " was committed; only the server's answer was lost"));
            }
        }
    }

    private Agenda agenda(Workplace place) {
        Gate gate = Environment.gate(tools, place.ledger());
        return Agenda.of(
                place.planner(),
                place.ledger(),
                gate,
                place.session(),
                place.history().scope(),
                tools.settings().text(Setting.TARGET));
    }

    private void warnOfLate(Workplace place) {
        Planner planner = place.planner();
        List<Migration> pending =
                planner.pending(place.ledger().recorded(), tools.settings().text(Setting.TARGET));
        planner.late(pending, place.ledger().recorded())
                .forEach(late -> tools.events()
                        .accept(new Event.Warning(late.simpleName()
                                + " is ordered before migrations that are applied; it runs after them")));
    }

    private void dropOldTombstones(Workplace place) {
        Duration keep = Environment.development(tools, place.ledger())
                ? Duration.ZERO
                : tools.settings().duration(Setting.TOMBSTONE_KEEP);
        for (HiddenColumn dropped : Tombstones.dropDue(place.session().connection(), scope(place), keep)) {
            tools.events()
                    .accept(new Event.Note("dropped " + dropped.table() + "." + dropped.hiddenAs() + ", which "
                            + dropped.contract() + " hid"));
        }
    }

    private static ReleaseScope scope(Workplace place) {
        History.Scope scope = place.history().scope();
        return new ReleaseScope(scope.tables(), scope.app(), scope.schema());
    }

    private void work(Workplace place, Agenda agenda) {
        begin(place, agenda);
        if (!direct) {
            place.run().watch().warmUp();
        }
        Applier applier = new Applier(place.run());
        for (MigrationPlan plan : agenda.todo()) {
            long start = System.nanoTime();
            int tries = applier.run(
                    Work.forward(
                            Hiding.hidden(
                                    tools,
                                    place.session(),
                                    place.history().scope(),
                                    place.ledger(),
                                    place.planner(),
                                    plan),
                            place.run().writer()),
                    place.ledger().row(plan.name()).isPresent());
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            applied.put(plan.name(), new Applied(plan.name(), tries, took.toMillis()));
            tools.events().accept(new Event.MigrationDone(plan.name(), took));
        }
        dropOldTombstones(place);
        CrashPoint.hit("before-end");
        place.session().request(place.run().writer().endRun("done"));
        CrashPoint.hit("after-end");
    }

    /** Tables and run row in one transaction: whoever reads the tables reads the decision too. */
    private void begin(Workplace place, Agenda agenda) {
        List<String> statements = new ArrayList<>();
        if (!place.ledger().exists()) {
            statements.add(place.history().createTables(Environment.toRecord(tools)));
        } else {
            Orphans.endThoseOfOtherRuns(place.session(), place.history().scope(), tools.events());
        }
        statements.add(place.run().writer().beginRun("apply", agenda.direct(), agenda.names()));
        CrashPoint.hit("before-run-row");
        RunRow.write(place, statements);
        CrashPoint.hit("after-run-row");
    }
}

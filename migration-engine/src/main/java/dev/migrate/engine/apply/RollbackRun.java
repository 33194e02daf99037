package dev.migrate.engine.apply;

import dev.migrate.core.migration.Migration;
import dev.migrate.core.plan.Planner;
import dev.migrate.core.plan.Recorded;
import dev.migrate.core.plan.Undo;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.Setting;
import dev.migrate.engine.backup.Backups;
import dev.migrate.engine.event.Event;
import dev.migrate.engine.history.History;
import dev.migrate.engine.history.HistoryRow;
import dev.migrate.engine.release.HiddenContracts;
import dev.migrate.engine.release.ReleaseScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Undoes what is applied after a migration, the last first, by inverse steps. It is never a restore: that would lose
 * every write since. What has no way back is found before anything is touched.
 */
final class RollbackRun {
    private static final String ZERO = "zero";

    private final Workplace.Tools tools;
    private final String app;
    private final Optional<String> schema;
    private final List<String> undone = new ArrayList<>();
    private Optional<Backups.Backup> backup = Optional.empty();

    RollbackRun(Workplace.Tools tools, String app, Optional<String> schema) {
        this.tools = tools;
        this.app = app;
        this.schema = schema;
    }

    RollbackResult.Part run() {
        return Reconnecting.run(tools.events(), this::once);
    }

    private RollbackResult.Part once(boolean again) {
        try (Workplace place = Workplace.open(tools, app, schema, again)) {
            refuseHalfApplied(place);
            List<Undo> undos = place.planner().backward(place.ledger().recorded(), keep(place)).stream()
                    .map(undo -> withTombstones(undo, place))
                    .toList();
            refuseImpossible(undos);
            if (!undos.isEmpty()) {
                if (backup.isEmpty() && undone.isEmpty()) {
                    backup = new RollbackGuard(tools, place).check(undos);
                }
                work(place, undos);
            }
            return new RollbackResult.Part(app, place.session().schema(), undone, backup.map(Backups.Backup::summary));
        }
    }

    private Optional<Migration> keep(Workplace place) {
        String target = tools.settings().require(Setting.TARGET);
        if (target.equals(ZERO)) {
            return Optional.empty();
        }
        Migration kept = place.planner().migrations().stream()
                .filter(migration -> migration.simpleName().equals(target))
                .findFirst()
                .orElseThrow(() -> new UserFailure(
                        Setting.TARGET.property() + " names no migration: " + target,
                        "needed: the last migration to keep, or zero"));
        if (place.ledger().row(target).isEmpty()) {
            throw new UserFailure(
                    target + " is not applied, so there is no way back to it",
                    "needed: the last migration to keep, or zero");
        }
        return Optional.of(kept);
    }

    private static void refuseHalfApplied(Workplace place) {
        for (HistoryRow row : place.ledger().rows()) {
            if (row.recorded().state() == Recorded.State.APPLYING) {
                throw new UserFailure(
                        row.name() + " is half applied",
                        "fix:    mvn migrate:apply -D" + Setting.TARGET.property() + "=" + row.name()
                                + " completes it; then roll back");
            }
        }
    }

    private static Undo withTombstones(Undo undo, Workplace place) {
        if (!Planner.contract(undo.migration())) {
            return undo;
        }
        History.Scope scope = place.history().scope();
        return HiddenContracts.restoring(
                place.session().connection(),
                new ReleaseScope(scope.tables(), scope.app(), scope.schema()),
                undo,
                place.planner().expandOf(undo.migration()));
    }

    private static void refuseImpossible(List<Undo> undos) {
        for (Undo undo : undos) {
            undo.impossible().ifPresent(reason -> {
                throw new UserFailure(
                        "there is no way back before " + undo.name() + ": it " + reason,
                        "effect: nothing was touched",
                        "fix:    roll back to " + undo.name() + " at most: -D" + Setting.TARGET.property() + "="
                                + undo.name(),
                        "or:     write its down(RiskySteps), if the data can be brought back");
            });
        }
    }

    private void work(Workplace place, List<Undo> undos) {
        Orphans.endThoseOfOtherRuns(place.session(), place.history().scope(), tools.events());
        List<String> names = undos.stream().map(Undo::name).toList();
        RunRow.write(place, List.of(place.run().writer().beginRun("rollback", List.of(), names)));
        place.run().watch().warmUp();
        Applier applier = new Applier(place.run());
        for (Undo undo : undos) {
            long start = System.nanoTime();
            boolean begun = place.ledger()
                    .row(undo.name())
                    .filter(row -> row.recorded().state() == Recorded.State.UNDOING)
                    .isPresent();
            applier.run(Work.backward(undo, place.run().writer()), begun);
            undone.add(undo.name());
            tools.events().accept(new Event.MigrationUndone(undo.name(), Duration.ofNanos(System.nanoTime() - start)));
        }
        place.session().request(place.run().writer().endRun("done"));
    }
}

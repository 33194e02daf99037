package dev.migrate.engine.apply;

import dev.migrate.core.operation.Identifiers;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.plan.Undo;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.backup.Backups;
import dev.migrate.engine.history.History;
import dev.migrate.engine.release.ReleaseScope;
import dev.migrate.engine.release.Releases;
import dev.migrate.engine.release.Releases.Release;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Stands before a rollback: what a live release needs is not taken away, and rows that go are kept first. Inverse steps
 * bring the schema back; what was written since into a table or column that they drop is nowhere else.
 */
final class RollbackGuard {
    private final Workplace.Tools tools;
    private final Workplace place;

    RollbackGuard(Workplace.Tools tools, Workplace place) {
        this.tools = tools;
        this.place = place;
    }

    /**
     * Refuses or keeps.
     *
     * @return the backup, if rows had to be kept
     * @throws UserFailure if a live release contains a migration whose way back drops something; nothing was touched
     */
    Optional<Backups.Backup> check(List<Undo> undos) {
        List<UndoLoss> losses = UndoLoss.of(undos);
        if (!Environment.development(tools, place.ledger())) {
            losses.forEach(this::refuseWhatIsLive);
        }
        Set<ObjectName> tables =
                losses.stream().map(UndoLoss::table).filter(this::holdsRows).collect(Collectors.toSet());
        return new BackupStage(tools, place).keep(tables, "not needed, nothing that holds rows is dropped");
    }

    private boolean holdsRows(ObjectName table) {
        boolean there = place.session()
                .holds("SELECT pg_catalog.to_regclass(" + Identifiers.literal(table.sql()) + ") IS NOT NULL");
        return there && place.session().holds("SELECT EXISTS (SELECT FROM " + table.sql() + ")");
    }

    private void refuseWhatIsLive(UndoLoss loss) {
        History.Scope scope = place.history().scope();
        String live = Releases.list(
                        place.session().connection(), new ReleaseScope(scope.tables(), scope.app(), scope.schema()))
                .stream()
                .filter(release -> !release.retired() && release.migrations().contains(loss.migration()))
                .map(Release::name)
                .collect(Collectors.joining(", "));
        if (!live.isEmpty()) {
            throw new UserFailure(
                    "the way back of " + loss.migration() + " drops " + loss.what() + ", and release " + live
                            + " is live and contains it",
                    "effect: nothing was touched",
                    "fix:    go back to an earlier release first, then mvn migrate:release -Dmigrate.release=" + live
                            + " -Dmigrate.state=retired");
        }
    }
}

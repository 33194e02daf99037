package dev.migrate.core.operation;

import dev.migrate.core.operation.Effect.Certainty;
import dev.migrate.core.operation.Effect.Manner;
import dev.migrate.core.schema.Schema;
import dev.migrate.core.schema.Table;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The one place where locks, rewrites, scans and widening are decided. Each answer is a measured fact of PostgreSQL 13
 * to 18 ({@code ddl-effects.csv} among the tests), older majors included where they differ.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES">ALTER TABLE, Notes</a>
 */
public final class Effects {
    private Effects() {}

    /**
     * The effect of an operation on tables that hold rows and serve a running release.
     *
     * @param before the schema before it
     * @param majorVersion of the server
     */
    public static Effect of(DdlOperation operation, Schema before, int majorVersion) {
        if (operation instanceof DdlOperation.CreateTable
                || operation instanceof DdlOperation.DropTable
                || operation instanceof DdlOperation.RenameTable) {
            return new TableEffects(before).of(operation);
        }
        if (operation instanceof DdlOperation.AddConstraint
                || operation instanceof DdlOperation.ValidateConstraint
                || operation instanceof DdlOperation.DropConstraint
                || operation instanceof DdlOperation.RenameConstraint) {
            return new ConstraintEffects(before, majorVersion).of(operation);
        }
        if (operation instanceof DdlOperation.CreateIndex
                || operation instanceof DdlOperation.DropIndex
                || operation instanceof DdlOperation.RenameIndex) {
            return new IndexEffects(before, majorVersion).of(operation);
        }
        if (operation instanceof DdlOperation.DataChange change) {
            return dataChange(change, before);
        }
        if (operation instanceof DdlOperation.TableSetting setting) {
            return SettingEffects.of(setting);
        }
        if (operation instanceof DdlOperation.Harmless) {
            return new EffectDraft().done();
        }
        if (operation instanceof DdlOperation.Opaque) {
            return new EffectDraft().narrows().may().done();
        }
        return new ColumnEffects(before, majorVersion).of(operation);
    }

    private static Effect dataChange(DdlOperation.DataChange change, Schema before) {
        if (change.verb() != DdlOperation.DataChange.Verb.TRUNCATE) {
            return new EffectDraft()
                    .lock(change.table(), LockMode.ROW_EXCLUSIVE)
                    .done();
        }
        EffectDraft draft = new EffectDraft().lock(change.table(), LockMode.ACCESS_EXCLUSIVE);
        if (!change.cascade()) {
            return draft.done();
        }
        before.referencingAtAnyDistance(change.table()).forEach(table -> draft.lock(table, LockMode.ACCESS_EXCLUSIVE));
        // Tables that no migration created can reference it too.
        return draft.may().done();
    }

    /**
     * The effect of an operation in a migration that has created tables itself: nobody waits for a lock on those, they
     * hold no rows, and no release writes them.
     *
     * @param createdHere whether the table was created earlier in the same migration
     */
    public static Effect of(
            DdlOperation operation, Schema before, int majorVersion, Predicate<ObjectName> createdHere) {
        Effect effect = of(operation, before, majorVersion);
        Map<ObjectName, LockMode> locks = new LinkedHashMap<>(effect.locks());
        locks.keySet().removeIf(createdHere);
        Set<ObjectName> worked = new LinkedHashSet<>(effect.worked());
        worked.removeIf(createdHere);
        boolean onNewTable = table(operation, before).filter(createdHere).isPresent();
        // Rows of a table that was there are worked on for another one only where that is said.
        boolean works = !(worked.isEmpty() && !effect.worked().isEmpty());
        return new Effect(
                locks,
                works && effect.rewrites(),
                works && effect.scans(),
                works && effect.buildsIndex(),
                onNewTable ? Manner.NEUTRAL : effect.manner(),
                onNewTable && !works ? Certainty.WILL : effect.certainty(),
                worked);
    }

    /** The table that an operation is about; for an index the one that has it. Empty if that is not known. */
    public static Optional<ObjectName> table(DdlOperation operation, Schema before) {
        if (operation instanceof DdlOperation.DropIndex drop) {
            return before.tableOfIndex(drop.index()).map(Table::name);
        }
        if (operation instanceof DdlOperation.RenameIndex rename) {
            return before.tableOfIndex(rename.index()).map(Table::name);
        }
        return operation.onTable();
    }
}

package dev.migrate.core.operation;

import dev.migrate.core.operation.Effect.Certainty;
import dev.migrate.core.operation.Effect.Manner;
import dev.migrate.core.schema.Schema;
import dev.migrate.core.schema.Table;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
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
    /** The oldest major that is measured. */
    private static final int SETTLED = 13;

    /** The majors since then with which something changed. */
    private static final List<Integer> CHANGES = List.of(14, 17, 18);

    private Effects() {}

    /**
     * The effect of an operation on tables that hold rows and serve a running release.
     *
     * @param before the schema before it
     * @param majorVersion of the server
     */
    public static Effect of(DdlOperation operation, Schema before, int majorVersion) {
        return ofResolved(before.resolved(operation), before, majorVersion);
    }

    /**
     * The oldest major whose answers about an operation are the given one's: what an ALTER TABLE does to one table has not
     * changed since {@value #SETTLED}, what it does to partitions and children has, and so have some commands.
     */
    public static int sameSince(DdlOperation operation, Schema before, int majorVersion) {
        if (majorVersion <= SETTLED) {
            return majorVersion;
        }
        if (!changesWithVersions(operation, before)) {
            return SETTLED;
        }
        return CHANGES.stream()
                .filter(major -> major <= majorVersion)
                .max(Integer::compare)
                .orElse(SETTLED);
    }

    private static boolean changesWithVersions(DdlOperation operation, Schema before) {
        return operation instanceof Maintenance
                || operation instanceof DdlOperation.AttachPartition
                || operation instanceof DdlOperation.DetachPartition
                || operation instanceof DdlOperation.Inherit
                || (operation instanceof DdlOperation.OfTable change
                        && !before.children(change.table()).isEmpty());
    }

    private static Effect ofResolved(DdlOperation operation, Schema before, int majorVersion) {
        if (operation instanceof DdlOperation.OfTable change) {
            return withChildren(change, before, majorVersion);
        }
        if (operation instanceof DdlOperation.OfIndex) {
            return new IndexEffects(before, majorVersion).of(operation);
        }
        if (operation instanceof Maintenance maintenance) {
            return new MaintenanceEffects(before, majorVersion).of(maintenance);
        }
        if (operation instanceof ObjectChange change) {
            return new ObjectEffects(before).of(change);
        }
        if (operation instanceof TypeOperation change) {
            return new TypeOperationEffects(before).of(change);
        }
        if (operation instanceof DdlOperation.Harmless || operation instanceof SessionChange) {
            return new EffectDraft().done();
        }
        return new EffectDraft().narrows().may().done();
    }

    /** An operation on a partitioned table does its work on the partitions, and one on a parent also on its children. */
    private static Effect withChildren(DdlOperation.OfTable operation, Schema before, int majorVersion) {
        Effect own = ofOne(operation, before, majorVersion);
        Optional<Table> table = before.table(operation.table());
        if (table.filter(each -> each.form().partitioned()).isPresent() && hasItsWorkInPartitions(operation)) {
            own = own.withoutWork();
        }
        List<Table> children = before.children(operation.table());
        if (children.isEmpty()) {
            return own;
        }
        ChildEffects ofChildren = new ChildEffects(before, majorVersion);
        Effect all = own;
        for (Table child : children) {
            all = all.and(ofChildren
                    .change(table.orElseGet(() -> Table.unknown(operation.table())), child, operation)
                    .map(change -> ofChildren.lowered(operation, child, withChildren(change, before, majorVersion)))
                    .orElseGet(() -> ofChildren.lockOnly(child, operation)));
        }
        return all;
    }

    /** A partitioned table has no rows and no files itself. */
    private static boolean hasItsWorkInPartitions(DdlOperation.OfTable operation) {
        return !(operation instanceof DdlOperation.CreateTable
                || operation instanceof DdlOperation.DropTable
                || operation instanceof DdlOperation.AttachPartition
                || operation instanceof DdlOperation.DetachPartition);
    }

    private static Effect ofOne(DdlOperation.OfTable operation, Schema before, int majorVersion) {
        if (operation instanceof DdlOperation.CreateTable
                || operation instanceof DdlOperation.DropTable
                || operation instanceof DdlOperation.RenameTable
                || operation instanceof DdlOperation.SetTableSchema) {
            return new TableEffects(before, majorVersion).of(operation);
        }
        if (operation instanceof DdlOperation.AttachPartition
                || operation instanceof DdlOperation.DetachPartition
                || operation instanceof DdlOperation.Inherit) {
            return new PartitionEffects(before, majorVersion).of(operation);
        }
        if (operation instanceof DdlOperation.AddConstraint
                || operation instanceof DdlOperation.ValidateConstraint
                || operation instanceof DdlOperation.AlterConstraint
                || operation instanceof DdlOperation.DropConstraint
                || operation instanceof DdlOperation.RenameConstraint) {
            return new ConstraintEffects(before, majorVersion).of(operation);
        }
        if (operation instanceof DdlOperation.CreateIndex) {
            return new IndexEffects(before, majorVersion).of(operation);
        }
        if (operation instanceof DdlOperation.DataChange change) {
            return new DataEffects(before).of(change);
        }
        if (operation instanceof DdlOperation.LockTable lock) {
            return new DataEffects(before).of(lock);
        }
        if (operation instanceof DdlOperation.TableSetting setting) {
            return new SettingEffects(before).of(setting);
        }
        return new ColumnEffects(before, majorVersion).of(operation);
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
        Set<ObjectName> emptied = new LinkedHashSet<>(effect.emptied());
        emptied.removeIf(createdHere);
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
                worked,
                works ? effect.consulted() : Set.of(),
                emptied);
    }

    /**
     * The effect where the session's time zone is known: in UTC a timestamp has the same bytes with a time zone and
     * without, elsewhere it has not.
     */
    public static Effect inTimeZone(Effect effect, DdlOperation operation, Schema before, boolean utc) {
        if (effect.certainty() != Certainty.MAY || !changesTimeZone(operation, before)) {
            return effect;
        }
        boolean works = !utc || effect.scans() || effect.buildsIndex();
        return new Effect(
                effect.locks(),
                !utc,
                effect.scans(),
                effect.buildsIndex(),
                effect.manner(),
                Certainty.WILL,
                works ? effect.worked() : Set.of(),
                works ? effect.consulted() : Set.of(),
                effect.emptied());
    }

    private static boolean changesTimeZone(DdlOperation operation, Schema before) {
        if (!(operation instanceof DdlOperation.AlterColumnType alter)
                || alter.using().isPresent()) {
            return false;
        }
        return before.table(alter.table())
                .flatMap(table -> table.column(alter.column()))
                .filter(column -> column.type().name().startsWith("timestamp ")
                        && alter.type().name().startsWith("timestamp ")
                        && !column.type().name().equals(alter.type().name()))
                .isPresent();
    }

    /** The table that an operation is about; for an index the one that has it. Empty if that is not known. */
    public static Optional<ObjectName> table(DdlOperation operation, Schema before) {
        if (operation instanceof DdlOperation.OfIndex change) {
            return before.tableOfIndex(change.index()).map(Table::name);
        }
        if (operation instanceof Maintenance reindex && reindex.kind() == Maintenance.Kind.REINDEX_INDEX) {
            return reindex.relation().flatMap(before::tableOfIndex).map(Table::name);
        }
        return operation.onTable();
    }
}

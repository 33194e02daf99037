package dev.migrate.core.operation;

import dev.migrate.core.operation.DdlOperation.AlterGeneration.Action;
import java.util.Optional;

/** What an operation on a table does to the table's partitions and to the tables that inherit from it. */
public final class Recursion {
    private Recursion() {}

    /**
     * The operation on a child; empty where the child is left as it is.
     *
     * @param partition whether the child is a partition: it also gets the keys, foreign keys and indexes
     */
    public static Optional<DdlOperation.OfTable> on(
            ObjectName child, DdlOperation.OfTable operation, boolean partition) {
        if (operation instanceof DdlOperation.AddColumn add) {
            return Optional.of(
                    new DdlOperation.AddColumn(child, partition ? add.column() : inherited(add.column()), true));
        }
        if (operation instanceof DdlOperation.DropColumn drop) {
            return Optional.of(new DdlOperation.DropColumn(child, drop.column(), true, drop.cascade()));
        }
        if (operation instanceof DdlOperation.RenameColumn rename) {
            return Optional.of(new DdlOperation.RenameColumn(child, rename.column(), rename.newName()));
        }
        if (operation instanceof DdlOperation.AlterColumnType alter) {
            return Optional.of(new DdlOperation.AlterColumnType(
                    child, alter.column(), alter.type(), alter.using(), alter.collation()));
        }
        if (operation instanceof DdlOperation.CreateIndex create) {
            return partition && !create.form().only() ? Optional.of(index(create, child)) : Optional.empty();
        }
        return onColumn(child, operation).or(() -> onConstraint(child, operation, partition));
    }

    /** Keys and foreign keys are of one table alone. */
    private static ColumnSpec inherited(ColumnSpec column) {
        return new ColumnSpec(
                column.name(),
                column.type(),
                column.notNull(),
                column.defaultExpression(),
                column.generated(),
                column.constraints().stream()
                        .filter(each -> each instanceof ConstraintSpec.Check || each instanceof ConstraintSpec.NotNull)
                        .toList(),
                column.collation());
    }

    private static Optional<DdlOperation.OfTable> onColumn(ObjectName child, DdlOperation.OfTable operation) {
        if (operation instanceof DdlOperation.SetNotNull set) {
            return Optional.of(new DdlOperation.SetNotNull(child, set.column()));
        }
        if (operation instanceof DdlOperation.DropNotNull drop) {
            return Optional.of(new DdlOperation.DropNotNull(child, drop.column()));
        }
        if (operation instanceof DdlOperation.SetDefault set && !set.only()) {
            return Optional.of(new DdlOperation.SetDefault(child, set.column(), set.expression()));
        }
        if (operation instanceof DdlOperation.DropDefault drop && !drop.only()) {
            return Optional.of(new DdlOperation.DropDefault(child, drop.column()));
        }
        if (operation instanceof DdlOperation.AlterGeneration alter && recurses(alter.action())) {
            return Optional.of(new DdlOperation.AlterGeneration(child, alter.column(), alter.action(), alter.detail()));
        }
        if (operation instanceof DdlOperation.TableSetting setting && recurses(setting.kind())) {
            return Optional.of(new DdlOperation.TableSetting(child, setting.column(), setting.kind(), setting.value()));
        }
        return Optional.empty();
    }

    private static boolean recurses(Action action) {
        return action == Action.DROP_EXPRESSION || action == Action.SET_EXPRESSION;
    }

    private static boolean recurses(SettingKind kind) {
        return kind == SettingKind.STATISTICS || kind == SettingKind.STORAGE;
    }

    private static Optional<DdlOperation.OfTable> onConstraint(
            ObjectName child, DdlOperation.OfTable operation, boolean partition) {
        if (operation instanceof DdlOperation.AddConstraint add) {
            return !add.only() && recurses(add.constraint(), partition)
                    ? Optional.of(new DdlOperation.AddConstraint(child, add.constraint()))
                    : Optional.empty();
        }
        if (operation instanceof DdlOperation.ValidateConstraint validate) {
            return Optional.of(new DdlOperation.ValidateConstraint(child, validate.constraint()));
        }
        if (operation instanceof DdlOperation.AlterConstraint alter) {
            return Optional.of(
                    new DdlOperation.AlterConstraint(child, alter.constraint(), alter.change(), alter.deferral()));
        }
        if (operation instanceof DdlOperation.DropConstraint drop) {
            return Optional.of(new DdlOperation.DropConstraint(child, drop.constraint(), true, drop.cascade()));
        }
        if (operation instanceof DdlOperation.RenameConstraint rename) {
            return Optional.of(new DdlOperation.RenameConstraint(child, rename.constraint(), rename.newName()));
        }
        return Optional.empty();
    }

    private static boolean recurses(ConstraintSpec spec, boolean partition) {
        if (spec instanceof ConstraintSpec.Check check) {
            return !check.noInherit();
        }
        if (spec instanceof ConstraintSpec.NotNull notNull) {
            return !notNull.noInherit();
        }
        return partition;
    }

    /** Each partition's index gets a name of its own. */
    private static DdlOperation.CreateIndex index(DdlOperation.CreateIndex create, ObjectName child) {
        return new DdlOperation.CreateIndex(
                Optional.empty(),
                child,
                create.keys(),
                create.including(),
                create.unique(),
                create.concurrently(),
                false,
                create.method(),
                create.where(),
                create.form());
    }
}

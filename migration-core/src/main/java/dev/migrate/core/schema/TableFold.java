package dev.migrate.core.schema;

import dev.migrate.core.operation.ColumnSpec;
import dev.migrate.core.operation.ConstraintSpec;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.operation.PartitionBound;
import dev.migrate.core.operation.TableForm;
import dev.migrate.core.operation.TableForm.Persistence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What making, moving, dividing and dropping tables makes of the schema. */
final class TableFold {
    private final Schema before;

    TableFold(Schema before) {
        this.before = before;
    }

    Schema create(DdlOperation.CreateTable create) {
        boolean there = before.table(create.table()).isPresent();
        if (create.temporary() || (there && create.ifNotExists())) {
            return before;
        }
        TableForm form = create.form();
        boolean allKnown = !form.ofQuery() && form.ofType().isEmpty() && new Inherited(before).known(form);
        Table table = new Table(create.table(), List.of(), List.of(), List.of(), allKnown, form);
        table = new Inherited(before).copiedInto(table);
        for (ColumnSpec spec : create.columns()) {
            Column column = Column.of(create.table().name(), spec);
            table = table.column(spec.name()).isPresent()
                    ? table.withColumn(spec.name(), inherited -> merged(inherited, column))
                    : table.plus(column);
        }
        for (ColumnSpec spec : create.columns()) {
            for (ConstraintSpec constraint : spec.constraints()) {
                table = ConstraintFold.added(before, table, constraint);
            }
        }
        for (ConstraintSpec constraint : create.constraints()) {
            table = ConstraintFold.added(before, table, constraint);
        }
        return before.with(validated(table)).withSequences(create.table(), create.columns());
    }

    /** A column that a parent has too: what the child says of it comes on top. */
    private static Column merged(Column inherited, Column own) {
        Column merged = inherited.withNotNull(inherited.notNull() || own.notNull());
        return own.defaultExpression().isPresent() ? merged.withDefault(own.defaultExpression()) : merged;
    }

    /** The constraints of a new table hold: it has no row, and PostgreSQL marks them valid even where NOT VALID stands. */
    private static Table validated(Table table) {
        return table.withConstraints(table.constraints().stream()
                .map(each -> new Constraint(each.name(), each.spec(), ConstraintFold.isEnforced(each.spec())))
                .toList());
    }

    Schema drop(DdlOperation.DropTable drop) {
        Schema without = before.without(drop.table()).withoutObjectsOn(drop.table());
        Schema after = drop.cascade() ? without.withoutViewsOf(drop.table()) : without;
        for (Table other : before.referencing(drop.table())) {
            after = after.with(other.withoutConstraints(each -> each.references(drop.table())));
        }
        // Partitions go with their table; what inherits goes only by CASCADE.
        for (Table child : before.children(drop.table())) {
            after = child.form().bound().isPresent() || drop.cascade()
                    ? new TableFold(after).drop(new DdlOperation.DropTable(child.name(), true, drop.cascade()))
                    : after.with(orphan(child, drop.table()));
        }
        return after;
    }

    Schema rename(ObjectName name, ObjectName newName) {
        Table table = before.table(name).orElseGet(() -> Table.unknown(name));
        Schema after = before.without(name).with(References.renamed(table.withName(newName), name, newName));
        for (Table other : before.referencing(name)) {
            after = after.with(References.renamed(other, name, newName));
        }
        for (Table child : before.children(name)) {
            Table current = after.table(child.name()).orElse(child);
            List<ObjectName> parents = child.form().parents().stream()
                    .map(parent -> parent.equals(name) ? newName : parent)
                    .toList();
            after = after.with(
                    current.withForm(child.form().under(parents, child.form().bound())));
        }
        return after.withObjectsRenamed(name, newName);
    }

    Schema inherit(DdlOperation.Inherit inherit) {
        Table child = before.table(inherit.table()).orElseGet(() -> Table.unknown(inherit.table()));
        return before.with(
                inherit.ends()
                        ? orphan(child, inherit.parent())
                        : child.withForm(
                                child.form().under(plus(child.form().parents(), inherit.parent()), Optional.empty())));
    }

    Schema attach(DdlOperation.AttachPartition attach) {
        Table child = before.table(attach.partition()).orElseGet(() -> Table.unknown(attach.partition()));
        Table under = child.withForm(child.form().under(List.of(attach.table()), Optional.of(attach.bound())));
        return before.with(new Inherited(before).attached(under, attach.table()));
    }

    Schema detach(DdlOperation.DetachPartition detach) {
        return before.table(detach.partition())
                .map(child -> before.with(orphan(child, detach.table())))
                .orElse(before);
    }

    private static Table orphan(Table child, ObjectName parent) {
        List<ObjectName> others = child.form().parents().stream()
                .filter(each -> !each.equals(parent))
                .toList();
        return child.withForm(child.form().under(others, others.isEmpty() ? Optional.empty() : bound(child)));
    }

    private static Optional<PartitionBound> bound(Table child) {
        return child.form().bound();
    }

    private static List<ObjectName> plus(List<ObjectName> names, ObjectName name) {
        List<ObjectName> more = new ArrayList<>(names);
        more.add(name);
        return more;
    }

    /** Only what effects ask of the table later is kept. */
    Schema set(DdlOperation.TableSetting setting) {
        Optional<Table> table = before.table(setting.table());
        if (table.isEmpty()) {
            return before;
        }
        TableForm form = table.get().form();
        return switch (setting.kind()) {
            case LOGGED -> before.with(table.get().withForm(form.with(Persistence.PERMANENT)));
            case UNLOGGED -> before.with(table.get().withForm(form.with(Persistence.UNLOGGED)));
            case ACCESS_METHOD -> before.with(table.get().withForm(form.storedIn(setting.value(), form.tablespace())));
            case TABLESPACE -> before.with(table.get().withForm(form.storedIn(form.accessMethod(), setting.value())));
            default -> before;
        };
    }
}

package dev.migrate.core.schema;

import dev.migrate.core.operation.ColumnSpec;
import dev.migrate.core.operation.ConstraintSpec;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.ObjectChange;
import dev.migrate.core.operation.ObjectForm;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.operation.Recursion;
import dev.migrate.core.operation.SessionChange;
import dev.migrate.core.operation.TypeOperation;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What each operation makes of the schema. */
final class SchemaFold {
    private final Schema before;

    private SchemaFold(Schema before) {
        this.before = before;
    }

    static Schema apply(Schema before, DdlOperation operation) {
        Schema after = new SchemaFold(before).apply(operation);
        return operation instanceof DdlOperation.OfTable change ? withChildren(before, after, change) : after;
    }

    /** What an operation hands on to partitions and to what inherits. */
    private static Schema withChildren(Schema before, Schema after, DdlOperation.OfTable operation) {
        Schema all = after;
        for (Table child : before.children(operation.table())) {
            boolean partition = child.form().bound().isPresent();
            Optional<DdlOperation.OfTable> change = Recursion.on(child.name(), operation, partition);
            all = change.isPresent() ? apply(all, change.get()) : all;
        }
        return all;
    }

    private Schema apply(DdlOperation operation) {
        if (operation instanceof ObjectChange change) {
            return new ObjectFold(before).apply(change);
        }
        if (operation instanceof TypeOperation change) {
            return new ObjectFold(before).apply(change);
        }
        if (operation instanceof SessionChange change) {
            return before.with(before.searchPath().after(change));
        }
        if (operation instanceof DdlOperation.OfTable change) {
            return applyToTables(change);
        }
        if (operation instanceof DdlOperation.DropIndex drop) {
            return before.tableOfIndex(drop.index())
                    .map(table -> before.with(table.withIndexes(Table.Lists.without(
                            table.indexes(),
                            each -> each.name().equals(drop.index().name())))))
                    .orElse(before);
        }
        if (operation instanceof DdlOperation.RenameIndex rename) {
            return before.tableOfIndex(rename.index())
                    .map(table -> before.with(
                            ConstraintFold.renamed(table, rename.index().name(), rename.newName())))
                    .orElse(before);
        }
        return before;
    }

    /** ALTER TABLE takes views and sequences too. */
    private Optional<Schema> renamedObject(DdlOperation.OfTable operation) {
        Optional<SchemaObject> object =
                before.table(operation.table()).isPresent() ? Optional.empty() : before.relation(operation.table());
        if (operation instanceof DdlOperation.RenameTable rename) {
            return object.map(
                    each -> new ObjectFold(before).apply(moved(each, ObjectChange.Verb.RENAME, rename.newName())));
        }
        if (operation instanceof DdlOperation.SetTableSchema move) {
            return object.map(
                    each -> new ObjectFold(before).apply(moved(each, ObjectChange.Verb.SET_SCHEMA, move.schema())));
        }
        return Optional.empty();
    }

    private static ObjectChange moved(SchemaObject object, ObjectChange.Verb verb, String detail) {
        return new ObjectChange(
                verb, object.kind(), object.name(), Optional.empty(), Optional.of(detail), ObjectForm.PLAIN);
    }

    private Schema applyToTables(DdlOperation.OfTable operation) {
        Optional<Schema> renamed = renamedObject(operation);
        if (renamed.isPresent()) {
            return renamed.get();
        }
        TableFold tables = new TableFold(before);
        if (operation instanceof DdlOperation.CreateTable create) {
            return tables.create(create);
        }
        if (operation instanceof DdlOperation.DropTable drop) {
            return tables.drop(drop);
        }
        if (operation instanceof DdlOperation.RenameTable rename) {
            return tables.rename(rename.table(), new ObjectName(rename.table().schema(), rename.newName()));
        }
        if (operation instanceof DdlOperation.SetTableSchema move) {
            return tables.rename(
                    move.table(),
                    before.resolve(ObjectName.of(move.schema(), move.table().name())));
        }
        if (operation instanceof DdlOperation.Inherit inherit) {
            return tables.inherit(inherit);
        }
        if (operation instanceof DdlOperation.AttachPartition attach) {
            return tables.attach(attach);
        }
        if (operation instanceof DdlOperation.DetachPartition detach) {
            return tables.detach(detach);
        }
        if (operation instanceof DdlOperation.TableSetting setting) {
            return tables.set(setting);
        }
        if (operation instanceof DdlOperation.CreateIndex create) {
            return createIndex(create);
        }
        return applyToColumnOrConstraint(operation);
    }

    private Schema applyToColumnOrConstraint(DdlOperation operation) {
        if (operation instanceof DdlOperation.AddColumn add) {
            return addColumn(add);
        }
        if (operation instanceof DdlOperation.DropColumn drop) {
            return dropColumn(drop);
        }
        if (operation instanceof DdlOperation.RenameColumn rename) {
            return renameColumn(rename);
        }
        if (operation instanceof DdlOperation.AddConstraint add) {
            return before.with(ConstraintFold.added(before, table(add.table()), add.constraint()));
        }
        if (operation instanceof DdlOperation.ValidateConstraint validate) {
            return change(validate.table(), table -> ConstraintFold.validated(table, validate.constraint()));
        }
        if (operation instanceof DdlOperation.AlterConstraint alter) {
            return change(alter.table(), table -> ConstraintFold.altered(table, alter));
        }
        if (operation instanceof DdlOperation.DropConstraint drop) {
            return change(drop.table(), table -> ConstraintFold.dropped(table, drop.constraint()));
        }
        if (operation instanceof DdlOperation.RenameConstraint rename) {
            return change(
                    rename.table(), table -> ConstraintFold.renamed(table, rename.constraint(), rename.newName()));
        }
        return applyToColumn(operation);
    }

    private Schema applyToColumn(DdlOperation operation) {
        if (operation instanceof DdlOperation.SetNotNull set) {
            return column(set.table(), set.column(), column -> column.withNotNull(true));
        }
        if (operation instanceof DdlOperation.DropNotNull drop) {
            return change(
                    drop.table(),
                    table -> table.withColumn(drop.column(), column -> column.withNotNull(false))
                            .withoutConstraints(each -> ConstraintFold.isNotNullOf(each, drop.column())));
        }
        if (operation instanceof DdlOperation.SetDefault set) {
            return column(set.table(), set.column(), column -> column.withDefault(Optional.of(set.expression())));
        }
        if (operation instanceof DdlOperation.DropDefault drop) {
            return column(drop.table(), drop.column(), column -> column.withDefault(Optional.empty()));
        }
        if (operation instanceof DdlOperation.AlterGeneration alter) {
            return column(alter.table(), alter.column(), column -> generated(column, alter.action()));
        }
        if (operation instanceof DdlOperation.AlterColumnType alter) {
            return column(alter.table(), alter.column(), column -> column.withType(alter.type(), alter.collation()));
        }
        return before;
    }

    private Schema createIndex(DdlOperation.CreateIndex create) {
        Table table = table(create.table());
        String name = create.index()
                .orElseGet(() -> ConstraintNames.ofIndex(
                        table.name().name(), create.keys(), create.including(), before.relationNames(table.name())));
        if (table.index(name).isPresent()) {
            return before;
        }
        return before.with(table.plus(new Index(
                name,
                create.keys(),
                create.including(),
                create.unique(),
                create.method(),
                create.where(),
                false,
                create.form())));
    }

    private Schema addColumn(DdlOperation.AddColumn add) {
        Table table = table(add.table());
        if (table.column(add.column().name()).isPresent()) {
            return before;
        }
        Table longer = table.plus(Column.of(table.name().name(), add.column()));
        for (ConstraintSpec constraint : add.column().constraints()) {
            longer = ConstraintFold.added(before, longer, constraint);
        }
        return before.with(longer).withSequences(table.name(), List.of(add.column()));
    }

    /** Indexes and constraints that name a dropped column go with it, those of several columns included. */
    private Schema dropColumn(DdlOperation.DropColumn drop) {
        Table table = table(drop.table());
        Table without = table.withColumns(
                        Table.Lists.without(table.columns(), each -> each.name().equals(drop.column())))
                .withoutConstraints(each -> each.mentions(drop.column()));
        without = without.withIndexes(Table.Lists.without(without.indexes(), each -> each.mentions(drop.column())));
        Schema after = before.with(without);
        for (Table other : before.referencing(drop.table())) {
            after = after.with(other.withoutConstraints(
                    each -> References.to(before, each, drop.table()).contains(drop.column())));
        }
        if (drop.cascade()) {
            for (SchemaObject view : before.viewsOf(drop.table(), drop.column())) {
                after = after.without(view.key());
            }
        }
        return after.withoutSequencesOf(drop.table(), drop.column());
    }

    private Schema renameColumn(DdlOperation.RenameColumn rename) {
        Table table = table(rename.table());
        Schema after = before.with(References.columnRenamed(table, table.name(), rename.column(), rename.newName()));
        for (Table other : before.referencing(rename.table())) {
            after = after.with(
                    References.referencedColumnRenamed(other, rename.table(), rename.column(), rename.newName()));
        }
        return after;
    }

    private static Column generated(Column column, DdlOperation.AlterGeneration.Action action) {
        return switch (action) {
            case ADD_IDENTITY -> column.withGenerated(Optional.of(ColumnSpec.Generated.IDENTITY));
            case DROP_IDENTITY, DROP_EXPRESSION -> column.withGenerated(Optional.empty());
            case SET_EXPRESSION, ALTER_IDENTITY -> column;
        };
    }

    private Schema column(ObjectName name, String column, UnaryOperator<Column> change) {
        return change(name, table -> table.withColumn(column, change));
    }

    private Schema change(ObjectName name, UnaryOperator<Table> change) {
        return before.with(change.apply(table(name)));
    }

    private Table table(ObjectName name) {
        return before.table(name).orElseGet(() -> Table.unknown(name));
    }
}

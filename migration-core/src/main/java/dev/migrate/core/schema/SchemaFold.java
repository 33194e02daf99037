package dev.migrate.core.schema;

import dev.migrate.core.operation.ColumnSpec;
import dev.migrate.core.operation.ConstraintSpec;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.ObjectName;
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
        return new SchemaFold(before).apply(operation);
    }

    private Schema apply(DdlOperation operation) {
        if (operation instanceof DdlOperation.CreateTable create) {
            return createTable(create);
        }
        if (operation instanceof DdlOperation.DropTable drop) {
            return dropTable(drop);
        }
        if (operation instanceof DdlOperation.RenameTable rename) {
            return renameTable(rename);
        }
        if (operation instanceof DdlOperation.CreateIndex create) {
            return createIndex(create);
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
                    .map(table ->
                            before.with(renamedKeyOrIndex(table, rename.index().name(), rename.newName())))
                    .orElse(before);
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
            return before.with(added(before, table(add.table()), add.constraint()));
        }
        if (operation instanceof DdlOperation.ValidateConstraint validate) {
            return change(
                    validate.table(),
                    table -> table.withConstraints(Table.Lists.changed(
                            table.constraints(),
                            each -> each.name().equals(validate.constraint()),
                            each -> new Constraint(each.name(), each.spec(), true))));
        }
        if (operation instanceof DdlOperation.DropConstraint drop) {
            return dropConstraint(drop);
        }
        if (operation instanceof DdlOperation.RenameConstraint rename) {
            return change(rename.table(), table -> renamedKeyOrIndex(table, rename.constraint(), rename.newName()));
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
                            .withoutConstraints(each -> isNotNullOf(each, drop.column())));
        }
        if (operation instanceof DdlOperation.SetDefault set) {
            return column(set.table(), set.column(), column -> column.withDefault(Optional.of(set.expression())));
        }
        if (operation instanceof DdlOperation.DropDefault drop) {
            return column(drop.table(), drop.column(), column -> column.withDefault(Optional.empty()));
        }
        if (operation instanceof DdlOperation.AlterColumnType alter) {
            return column(alter.table(), alter.column(), column -> column.withType(alter.type()));
        }
        return before;
    }

    private Schema createTable(DdlOperation.CreateTable create) {
        boolean there = before.table(create.table()).isPresent();
        if (create.temporary() || (there && create.ifNotExists())) {
            return before;
        }
        Table table = new Table(create.table(), List.of(), List.of(), List.of(), true);
        for (ColumnSpec spec : create.columns()) {
            table = table.plus(Column.of(create.table().name(), spec));
        }
        for (ColumnSpec spec : create.columns()) {
            for (ConstraintSpec constraint : spec.constraints()) {
                table = added(before, table, constraint);
            }
        }
        for (ConstraintSpec constraint : create.constraints()) {
            table = added(before, table, constraint);
        }
        return before.with(validated(table));
    }

    /** The constraints of a new table hold: it has no row, and PostgreSQL marks them valid even where NOT VALID stands. */
    private static Table validated(Table table) {
        return table.withConstraints(table.constraints().stream()
                .map(each -> new Constraint(each.name(), each.spec(), isEnforced(each.spec())))
                .toList());
    }

    private Schema dropTable(DdlOperation.DropTable drop) {
        Schema after = before.without(drop.table());
        for (Table other : before.referencing(drop.table())) {
            after = after.with(other.withoutConstraints(each -> each.references(drop.table())));
        }
        return after;
    }

    private Schema renameTable(DdlOperation.RenameTable rename) {
        ObjectName newName = new ObjectName(rename.table().schema(), rename.newName());
        Schema after = before.without(rename.table())
                .with(References.renamed(table(rename.table()).withName(newName), rename.table(), newName));
        for (Table other : before.referencing(rename.table())) {
            after = after.with(References.renamed(other, rename.table(), newName));
        }
        return after;
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
                name, create.keys(), create.including(), create.unique(), create.method(), create.where(), false)));
    }

    private Schema addColumn(DdlOperation.AddColumn add) {
        Table table = table(add.table());
        if (table.column(add.column().name()).isPresent()) {
            return before;
        }
        Table longer = table.plus(Column.of(table.name().name(), add.column()));
        for (ConstraintSpec constraint : add.column().constraints()) {
            longer = added(before, longer, constraint);
        }
        return before.with(longer);
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
        return after;
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

    private Schema dropConstraint(DdlOperation.DropConstraint drop) {
        Table table = table(drop.table());
        Table without = table.withoutConstraints(each -> each.name().equals(drop.constraint()));
        for (Column column : table.columns()) {
            if (isNotNullConstraint(table, column, drop.constraint())) {
                without = without.withColumn(column.name(), each -> each.withNotNull(false));
            }
        }
        return before.with(without);
    }

    /** Since 18 NOT NULL is a constraint with a name, written or derived. */
    private static boolean isNotNullConstraint(Table table, Column column, String constraint) {
        return table.constraint(constraint)
                .map(each -> isNotNullOf(each, column.name()))
                .orElseGet(() -> column.notNull()
                        && ConstraintNames.make(table.name().name(), column.name(), "not_null")
                                .equals(constraint));
    }

    private static boolean isNotNullOf(Constraint constraint, String column) {
        return constraint.spec() instanceof ConstraintSpec.NotNull notNull
                && notNull.column().equals(column);
    }

    private static Table added(Schema schema, Table table, ConstraintSpec spec) {
        ConstraintSpec resolved = Keys.resolved(table, spec);
        String name = ConstraintNames.of(
                table,
                spec,
                candidate -> table.constraint(candidate).isPresent()
                        || (Keys.isKey(spec)
                                && schema.relationNames(table.name()).test(candidate)));
        Table longer = table.plus(new Constraint(name, resolved, !spec.notValid() && isEnforced(spec)));
        return Keys.withIndexAndNotNull(longer, name, spec, resolved);
    }

    private static boolean isEnforced(ConstraintSpec spec) {
        return !(spec instanceof ConstraintSpec.Check check && !check.enforced())
                && !(spec instanceof ConstraintSpec.ForeignKey key && !key.enforced());
    }

    /** A key and its index share their name: who renames one renames both. */
    private static Table renamedKeyOrIndex(Table table, String name, String newName) {
        return table.withConstraints(Table.Lists.changed(
                        table.constraints(), each -> each.name().equals(name), each -> each.withName(newName)))
                .withIndexes(Table.Lists.changed(
                        table.indexes(), each -> each.name().equals(name), each -> each.withName(newName)));
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

package dev.migrate.core.schema;

import dev.migrate.core.operation.ColumnSpec;
import dev.migrate.core.operation.ConstraintSpec;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.DdlOperation.AddColumn;
import dev.migrate.core.operation.DdlOperation.AddConstraint;
import dev.migrate.core.operation.DdlOperation.AlterColumnType;
import dev.migrate.core.operation.DdlOperation.CreateIndex;
import dev.migrate.core.operation.DdlOperation.CreateTable;
import dev.migrate.core.operation.DdlOperation.DropColumn;
import dev.migrate.core.operation.DdlOperation.DropConstraint;
import dev.migrate.core.operation.DdlOperation.DropDefault;
import dev.migrate.core.operation.DdlOperation.DropIndex;
import dev.migrate.core.operation.DdlOperation.DropNotNull;
import dev.migrate.core.operation.DdlOperation.Harmless;
import dev.migrate.core.operation.DdlOperation.RenameColumn;
import dev.migrate.core.operation.DdlOperation.RenameConstraint;
import dev.migrate.core.operation.DdlOperation.RenameIndex;
import dev.migrate.core.operation.DdlOperation.RenameTable;
import dev.migrate.core.operation.DdlOperation.SetDefault;
import dev.migrate.core.operation.DdlOperation.SetNotNull;
import dev.migrate.core.operation.DdlOperation.ValidateConstraint;
import dev.migrate.core.operation.Effects;
import dev.migrate.core.operation.Maintenance;
import dev.migrate.core.operation.ObjectChange;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.operation.OperationSql;
import dev.migrate.core.operation.SessionChange;
import dev.migrate.core.operation.TypeOperation;
import java.util.List;
import java.util.Optional;

/**
 * The way back of single operations, from the schema before them. It never guesses: what the schema does not tell, and
 * what no statement brings back, has none.
 */
public final class Inverses {
    private static final OperationSql SQL = OperationSql.quoted();
    private static final int NEWEST = 18;

    private final Schema before;

    private Inverses(Schema before) {
        this.before = before;
    }

    /**
     * The statements that undo an operation, in the order in which they run.
     *
     * @return no statement for what changed nothing; empty where there is no way back, or none is known. A dropped
     *     column comes back without its data: ask {@link #losesData} too
     */
    public static Optional<List<String>> of(DdlOperation operation, Schema before) {
        return new Inverses(before).of(operation);
    }

    /** Whether there is a way back that loses nothing. */
    public static boolean derivable(DdlOperation operation, Schema before) {
        return !losesData(operation) && of(operation, before).isPresent();
    }

    /** Whether the operation takes data away that no inverse brings back. */
    public static boolean losesData(DdlOperation operation) {
        return operation instanceof DropColumn || operation instanceof DdlOperation.DropTable;
    }

    private Optional<List<String>> of(DdlOperation operation) {
        if (takesOthersAlong(operation)) {
            return Optional.empty();
        }
        if (operation instanceof Harmless
                || operation instanceof ValidateConstraint
                || operation instanceof Maintenance
                || operation instanceof SessionChange
                || operation instanceof DdlOperation.LockTable) {
            return Optional.of(List.of());
        }
        if (operation instanceof CreateTable create) {
            return Optional.of(createsNothing(create) ? List.of() : List.of("DROP TABLE " + SQL.name(create.table())));
        }
        if (operation instanceof CreateIndex create) {
            return createIndex(create);
        }
        if (operation instanceof DropIndex drop) {
            return dropIndex(drop);
        }
        if (operation instanceof ObjectChange change) {
            return ObjectInverses.of(change);
        }
        if (operation instanceof TypeOperation change) {
            return ObjectInverses.of(change);
        }
        return rename(operation)
                .or(() -> ofColumn(operation))
                .or(() -> ofConstraint(operation))
                .or(() -> new TableInverses(before).of(operation));
    }

    /** What CASCADE dropped is not known. */
    private static boolean takesOthersAlong(DdlOperation operation) {
        return (operation instanceof DropConstraint constraint && constraint.cascade())
                || (operation instanceof DropIndex index && index.cascade())
                || (operation instanceof DropColumn column && column.cascade());
    }

    private boolean createsNothing(CreateTable create) {
        return create.temporary()
                || (create.ifNotExists()
                        && before.table(create.table()).filter(Table::known).isPresent());
    }

    private static Optional<List<String>> rename(DdlOperation operation) {
        if (operation instanceof RenameTable rename) {
            ObjectName renamed = new ObjectName(rename.table().schema(), rename.newName());
            return statement(new RenameTable(renamed, rename.table().name()));
        }
        if (operation instanceof RenameColumn rename) {
            return statement(
                    new RenameColumn(rename.table(), /* column= */ rename.newName(), /* newName= */ rename.column()));
        }
        if (operation instanceof RenameConstraint rename) {
            return statement(new RenameConstraint(
                    rename.table(), /* constraint= */ rename.newName(), /* newName= */ rename.constraint()));
        }
        if (operation instanceof RenameIndex rename) {
            ObjectName renamed = new ObjectName(rename.index().schema(), rename.newName());
            return statement(new RenameIndex(renamed, rename.index().name()));
        }
        return Optional.empty();
    }

    private Optional<List<String>> ofColumn(DdlOperation operation) {
        if (operation instanceof AddColumn add) {
            boolean there = add.ifNotExists()
                    && column(add.table(), add.column().name()).isPresent();
            return there
                    ? Optional.of(List.of())
                    : statement(new DropColumn(add.table(), add.column().name(), false, false));
        }
        if (operation instanceof DropColumn drop) {
            return column(drop.table(), drop.column())
                    .filter(column -> column.generated().isEmpty())
                    .filter(column ->
                            !column.notNull() || column.defaultExpression().isPresent())
                    .flatMap(column -> statement(new AddColumn(drop.table(), spec(column), false)));
        }
        if (operation instanceof SetNotNull set) {
            boolean already =
                    column(set.table(), set.column()).filter(Column::notNull).isPresent();
            return already ? Optional.of(List.of()) : statement(new DropNotNull(set.table(), set.column()));
        }
        if (operation instanceof DropNotNull drop) {
            return column(drop.table(), drop.column())
                    .flatMap(column -> column.notNull()
                            ? statement(new SetNotNull(drop.table(), drop.column()))
                            : Optional.of(List.of()));
        }
        return ofDefaultOrType(operation);
    }

    private Optional<List<String>> ofDefaultOrType(DdlOperation operation) {
        if (operation instanceof SetDefault set) {
            return formerDefault(set.table(), set.column());
        }
        if (operation instanceof DropDefault drop) {
            return formerDefault(drop.table(), drop.column());
        }
        return operation instanceof AlterColumnType alter ? formerType(alter) : Optional.empty();
    }

    private Optional<List<String>> formerDefault(ObjectName table, String column) {
        return column(table, column)
                .filter(known -> known.generated().isEmpty())
                .flatMap(known -> known.defaultExpression()
                        .map(expression -> statement(new SetDefault(table, column, expression)))
                        .orElseGet(() -> statement(new DropDefault(table, column))));
    }

    /** Only where no value changed: then each fits its former type. */
    private Optional<List<String>> formerType(AlterColumnType alter) {
        if (alter.using().isPresent() || Effects.of(alter, before, NEWEST).rewrites()) {
            return Optional.empty();
        }
        return column(alter.table(), alter.column())
                .flatMap(column -> statement(new AlterColumnType(
                        alter.table(), alter.column(), column.type(), Optional.empty(), column.collation())));
    }

    private Optional<List<String>> ofConstraint(DdlOperation operation) {
        if (operation instanceof AddConstraint add) {
            return newConstraint(add).flatMap(name -> statement(new DropConstraint(add.table(), name, false, false)));
        }
        if (operation instanceof DropConstraint drop) {
            return before.table(drop.table())
                    .flatMap(table -> table.constraint(drop.constraint()))
                    .map(constraint -> addedAgain(drop.table(), constraint));
        }
        return Optional.empty();
    }

    /** Where it can be, without reading the rows; they are checked by a statement that lets others read and write. */
    private static List<String> addedAgain(ObjectName table, Constraint constraint) {
        String add = "ALTER TABLE " + SQL.name(table) + " ADD CONSTRAINT " + SQL.quote(constraint.name()) + " "
                + SQL.body(constraint.spec());
        if (Keys.isKey(constraint.spec()) || !enforced(constraint.spec())) {
            return List.of(add);
        }
        List<String> unchecked = List.of(add + " NOT VALID");
        return constraint.validated()
                ? List.of(
                        unchecked.get(0),
                        SQL.statement(new ValidateConstraint(table, constraint.name()))
                                .orElseThrow())
                : unchecked;
    }

    /** What is NOT ENFORCED checks no row, and PostgreSQL refuses to validate it. */
    private static boolean enforced(ConstraintSpec spec) {
        if (spec instanceof ConstraintSpec.Check check) {
            return check.enforced();
        }
        return !(spec instanceof ConstraintSpec.ForeignKey key) || key.enforced();
    }

    /** The name as the fold gives it, also where the statement gives none. */
    private Optional<String> newConstraint(AddConstraint add) {
        List<String> known = before.table(add.table()).map(Table::constraints).orElse(List.of()).stream()
                .map(Constraint::name)
                .toList();
        return before.apply(add).table(add.table()).stream()
                .flatMap(table -> table.constraints().stream())
                .map(Constraint::name)
                .filter(name -> !known.contains(name))
                .findFirst();
    }

    /** IF EXISTS: an index that a constraint adopted goes with the constraint. */
    private Optional<List<String>> createIndex(CreateIndex create) {
        List<String> known = indexes(before, create.table());
        return Optional.of(indexes(before.apply(create), create.table()).stream()
                .filter(name -> !known.contains(name))
                .map(name -> new ObjectName(create.table().schema(), name))
                .map(name ->
                        "DROP INDEX " + (create.concurrently() ? "CONCURRENTLY " : "") + "IF EXISTS " + SQL.name(name))
                .toList());
    }

    private static List<String> indexes(Schema schema, ObjectName table) {
        return schema.table(table).map(Table::indexes).orElse(List.of()).stream()
                .map(Index::name)
                .toList();
    }

    private Optional<List<String>> dropIndex(DropIndex drop) {
        return before.tableOfIndex(drop.index())
                .flatMap(table -> table.index(drop.index().name())
                        .flatMap(index -> statement(new CreateIndex(
                                Optional.of(index.name()),
                                table.name(),
                                index.keys(),
                                index.including(),
                                index.unique(),
                                drop.concurrently(),
                                false,
                                index.method(),
                                index.where(),
                                index.form()))));
    }

    private Optional<Column> column(ObjectName table, String column) {
        return before.table(table).flatMap(known -> known.column(column));
    }

    private static ColumnSpec spec(Column column) {
        return new ColumnSpec(
                column.name(),
                column.type(),
                column.notNull(),
                column.defaultExpression(),
                Optional.empty(),
                List.of(),
                column.collation());
    }

    private static Optional<List<String>> statement(DdlOperation operation) {
        return SQL.statement(operation).map(List::of);
    }
}

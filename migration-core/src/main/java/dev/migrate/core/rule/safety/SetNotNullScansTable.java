package dev.migrate.core.rule.safety;

import dev.migrate.api.Hazard;
import dev.migrate.core.operation.ConstraintSpec;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.DdlOperation.AddConstraint;
import dev.migrate.core.operation.DdlOperation.DropConstraint;
import dev.migrate.core.operation.DdlOperation.SetNotNull;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.rule.StatementText;
import dev.migrate.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Flags NOT NULL on a column whose rows must be read for it. Silent where a validated CHECK proves it, and for a table
 * created in the same migration.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DROP-NOT-NULL">SET
 *     NOT NULL</a>
 */
final class SetNotNullScansTable extends BlockingRule<DdlOperation> {
    SetNotNullScansTable() {
        super(Hazard.SET_NOT_NULL_SCANS_TABLE, DdlOperation.class);
    }

    @Override
    Optional<Draft> check(DdlOperation operation, OperationContext context) {
        if (operation instanceof SetNotNull set) {
            return check(set.table(), set.column(), context);
        }
        if (operation instanceof AddConstraint add && add.constraint() instanceof ConstraintSpec.NotNull notNull) {
            return check(add.table(), notNull.column(), context);
        }
        if (operation instanceof AddConstraint add && add.constraint() instanceof ConstraintSpec.PrimaryKey key) {
            return nullableKeyColumn(add.table(), key, context).flatMap(column -> check(add.table(), column, context));
        }
        return Optional.empty();
    }

    /** A primary key over an index that exists still sets NOT NULL; one that builds its index has a rule of its own. */
    private static Optional<String> nullableKeyColumn(
            ObjectName table, ConstraintSpec.PrimaryKey key, OperationContext context) {
        Optional<Table> known = context.before().table(table);
        return key.usingIndex()
                .flatMap(name -> known.flatMap(each -> each.index(name)))
                .flatMap(index -> index.keys().stream()
                        .filter(column ->
                                known.filter(each -> each.provesNotNull(column)).isEmpty())
                        .findFirst());
    }

    private Optional<Draft> check(ObjectName table, String column, OperationContext context) {
        if (!context.effect().scans()) {
            return Optional.empty();
        }
        return Optional.of(
                context.draftByEffect(hazard(), table, "setting " + table + "." + column + " NOT NULL scans " + table)
                        .effect("reads and writes of " + table
                                + " wait behind its ACCESS EXCLUSIVE lock until every row is read;"
                                + "\na NULL in any of them stops it with 23502")
                        .fix(context.paste().narrowing(context.author(), proved(table, column)))
                        .note("VALIDATE reads the rows under a lock that stops neither reads nor writes"));
    }

    private static List<String> proved(ObjectName table, String column) {
        String name = table.name() + "_" + column + "_set";
        ConstraintSpec check =
                new ConstraintSpec.Check(Optional.of(name), StatementText.quoted(column) + " IS NOT NULL", true, true);
        List<String> statements = new ArrayList<>(Fix.addThenValidate(table, check, name));
        statements.add(Fix.statement(new SetNotNull(table, column)));
        statements.add(Fix.statement(new DropConstraint(table, name, false, false)));
        return statements;
    }
}

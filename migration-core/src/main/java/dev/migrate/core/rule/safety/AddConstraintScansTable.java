package dev.migrate.core.rule.safety;

import dev.migrate.api.Hazard;
import dev.migrate.core.operation.ConstraintSpec;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.DdlOperation.AddColumn;
import dev.migrate.core.operation.DdlOperation.AddConstraint;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.rule.Draft;
import java.util.Optional;

/**
 * Flags a CHECK or FOREIGN KEY whose rows are read under the lock that adds it. Silent for NOT VALID, and for a table
 * created in the same migration.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT">ADD
 *     table_constraint</a>
 */
final class AddConstraintScansTable extends BlockingRule<DdlOperation> {
    AddConstraintScansTable() {
        super(Hazard.ADD_CONSTRAINT_SCANS_TABLE, DdlOperation.class);
    }

    @Override
    Optional<Draft> check(DdlOperation operation, OperationContext context) {
        if (operation instanceof AddConstraint add) {
            return readsRows(add.constraint()) ? check(add.table(), add.constraint(), context) : Optional.empty();
        }
        if (operation instanceof AddColumn add && !context.effect().rewrites()) {
            return add.column().constraints().stream()
                    .filter(AddConstraintScansTable::readsRows)
                    .findFirst()
                    .flatMap(constraint -> check(add.table(), constraint, context));
        }
        return Optional.empty();
    }

    private static boolean readsRows(ConstraintSpec constraint) {
        return constraint instanceof ConstraintSpec.Check || constraint instanceof ConstraintSpec.ForeignKey;
    }

    private Optional<Draft> check(ObjectName table, ConstraintSpec constraint, OperationContext context) {
        if (!context.effect().scans()) {
            return Optional.empty();
        }
        String name = Fix.constraintName(table, constraint);
        return Optional.of(context.draftByEffect(hazard(), table, "adding constraint " + name + " scans " + table)
                .effect(effect(table, constraint))
                .fix(context.paste().narrowing(context.author(), Fix.addThenValidate(table, constraint, name)))
                .note("VALIDATE reads the rows under a lock that stops neither reads nor writes"));
    }

    private static String effect(ObjectName table, ConstraintSpec constraint) {
        if (constraint instanceof ConstraintSpec.ForeignKey key) {
            return "writes to " + table + " and to " + key.referencedTable()
                    + " wait behind SHARE ROW EXCLUSIVE locks until every row is checked";
        }
        return "reads and writes of " + table + " wait behind its ACCESS EXCLUSIVE lock until every row is checked";
    }
}

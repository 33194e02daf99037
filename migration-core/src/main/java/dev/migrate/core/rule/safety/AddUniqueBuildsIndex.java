package dev.migrate.core.rule.safety;

import dev.migrate.api.Hazard;
import dev.migrate.core.operation.ConstraintSpec;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.DdlOperation.AddColumn;
import dev.migrate.core.operation.DdlOperation.AddConstraint;
import dev.migrate.core.operation.DdlOperation.CreateIndex;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.rule.Draft;
import java.util.List;
import java.util.Optional;

/**
 * Flags UNIQUE, PRIMARY KEY and EXCLUDE constraints that build their index under ACCESS EXCLUSIVE. Silent for USING
 * INDEX, and for a table created in the same migration.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT-USING-INDEX">ADD
 *     table_constraint_using_index</a>
 */
final class AddUniqueBuildsIndex extends BlockingRule<DdlOperation> {
    AddUniqueBuildsIndex() {
        super(Hazard.ADD_UNIQUE_BUILDS_INDEX, DdlOperation.class);
    }

    @Override
    Optional<Draft> check(DdlOperation operation, OperationContext context) {
        if (operation instanceof AddConstraint add) {
            return check(add.table(), add.constraint(), context);
        }
        if (operation instanceof AddColumn add && !context.effect().rewrites()) {
            return add.column().constraints().stream()
                    .flatMap(constraint -> check(add.table(), constraint, context).stream())
                    .findFirst();
        }
        return Optional.empty();
    }

    private Optional<Draft> check(ObjectName table, ConstraintSpec constraint, OperationContext context) {
        if (!buildsIndex(constraint) || !context.effect().buildsIndex()) {
            return Optional.empty();
        }
        String name = Fix.constraintName(table, constraint);
        Draft draft = context.draftByEffect(
                        hazard(), table, "adding constraint " + name + " builds an index while " + table + " is locked")
                .effect("reads and writes of " + table
                        + " wait behind its ACCESS EXCLUSIVE lock until the index is built;\ntwo equal rows stop it");
        return Optional.of(
                constraint instanceof ConstraintSpec.Exclusion
                        ? draft.note("PostgreSQL has no other way to add an EXCLUDE constraint")
                        : draft.fix(concurrently(context, table, constraint, name)));
    }

    private static boolean buildsIndex(ConstraintSpec constraint) {
        if (constraint instanceof ConstraintSpec.Unique unique) {
            return unique.usingIndex().isEmpty();
        }
        if (constraint instanceof ConstraintSpec.PrimaryKey key) {
            return key.usingIndex().isEmpty();
        }
        return constraint instanceof ConstraintSpec.Exclusion;
    }

    private static List<String> concurrently(
            OperationContext context, ObjectName table, ConstraintSpec constraint, String name) {
        Optional<String> index = Optional.of(name);
        boolean primary = constraint instanceof ConstraintSpec.PrimaryKey;
        List<String> columns = constraint instanceof ConstraintSpec.Unique unique
                ? unique.columns()
                : ((ConstraintSpec.PrimaryKey) constraint).columns();
        Optional<String> options = constraint instanceof ConstraintSpec.Unique unique
                ? unique.options()
                : ((ConstraintSpec.PrimaryKey) constraint).options();
        ConstraintSpec adopting = primary
                ? new ConstraintSpec.PrimaryKey(index, List.of(), index, options)
                : new ConstraintSpec.Unique(index, List.of(), index, options);
        return context.paste()
                .indexThen(
                        context.author(),
                        new CreateIndex(index, table, columns, List.of(), true, true, false, "btree", Optional.empty()),
                        List.of(Fix.statement(new AddConstraint(table, adopting))));
    }
}

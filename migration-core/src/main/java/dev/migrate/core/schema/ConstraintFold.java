package dev.migrate.core.schema;

import dev.migrate.core.operation.ConstraintSpec;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.DdlOperation.AlterConstraint.Change;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What adding, changing and dropping constraints makes of a table. */
final class ConstraintFold {
    private ConstraintFold() {}

    static Table added(Schema schema, Table table, ConstraintSpec spec) {
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

    /** The same, to be named after another table. */
    static ConstraintSpec unnamed(ConstraintSpec spec) {
        if (spec instanceof ConstraintSpec.Unique unique) {
            return new ConstraintSpec.Unique(
                    Optional.empty(), unique.columns(), Optional.empty(), unique.options(), unique.form());
        }
        if (spec instanceof ConstraintSpec.PrimaryKey key) {
            return new ConstraintSpec.PrimaryKey(
                    Optional.empty(), key.columns(), Optional.empty(), key.options(), key.form());
        }
        return spec;
    }

    static boolean isEnforced(ConstraintSpec spec) {
        return !(spec instanceof ConstraintSpec.Check check && !check.enforced())
                && !(spec instanceof ConstraintSpec.ForeignKey key && !key.enforced());
    }

    static Table validated(Table table, String constraint) {
        return changed(table, constraint, each -> new Constraint(each.name(), each.spec(), true));
    }

    /** ALTER CONSTRAINT: what is enforced from now on is checked at once. */
    static Table altered(Table table, DdlOperation.AlterConstraint alter) {
        boolean enforced = alter.change() == Change.ENFORCED;
        if (!enforced && alter.change() != Change.NOT_ENFORCED) {
            return table;
        }
        return changed(
                table,
                alter.constraint(),
                each -> each.spec() instanceof ConstraintSpec.ForeignKey key
                        ? new Constraint(each.name(), key.enforced(enforced), enforced)
                        : each);
    }

    static Table dropped(Table table, String constraint) {
        Table without = table.withoutConstraints(each -> each.name().equals(constraint));
        for (Column column : table.columns()) {
            if (isNotNullConstraint(table, column, constraint)) {
                without = without.withColumn(column.name(), each -> each.withNotNull(false));
            }
        }
        return without;
    }

    /** Since 18 NOT NULL is a constraint with a name, written or derived. */
    private static boolean isNotNullConstraint(Table table, Column column, String constraint) {
        return table.constraint(constraint)
                .map(each -> isNotNullOf(each, column.name()))
                .orElseGet(() -> column.notNull()
                        && ConstraintNames.make(table.name().name(), column.name(), "not_null")
                                .equals(constraint));
    }

    static boolean isNotNullOf(Constraint constraint, String column) {
        return constraint.spec() instanceof ConstraintSpec.NotNull notNull
                && notNull.column().equals(column);
    }

    /** A key and its index share their name: who renames one renames both. */
    static Table renamed(Table table, String name, String newName) {
        return changed(table, name, each -> each.withName(newName))
                .withIndexes(Table.Lists.changed(
                        table.indexes(), each -> each.name().equals(name), each -> each.withName(newName)));
    }

    private static Table changed(Table table, String name, UnaryOperator<Constraint> change) {
        return table.withConstraints(
                Table.Lists.changed(table.constraints(), each -> each.name().equals(name), change));
    }
}

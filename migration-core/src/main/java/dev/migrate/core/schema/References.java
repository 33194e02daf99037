package dev.migrate.core.schema;

import dev.migrate.core.operation.ConstraintSpec;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.sql.SqlExpressions;
import java.util.List;

/** Constraints when the names they hold change. */
final class References {
    private References() {}

    /** The columns of the table that a foreign key refers to; those of the primary key where it names none. */
    static List<String> to(Schema schema, Constraint constraint, ObjectName table) {
        if (!(constraint.spec() instanceof ConstraintSpec.ForeignKey key) || !constraint.references(table)) {
            return List.of();
        }
        return key.referencedColumns().isEmpty()
                ? schema.table(table).map(Table::primaryKey).orElse(List.of())
                : key.referencedColumns();
    }

    static Table renamed(Table table, ObjectName old, ObjectName newName) {
        return table.withConstraints(Table.Lists.changed(
                table.constraints(), each -> each.references(old), each -> each.withSpec(pointed(each, newName))));
    }

    private static ConstraintSpec pointed(Constraint constraint, ObjectName newName) {
        return ((ConstraintSpec.ForeignKey) constraint.spec()).to(newName);
    }

    /** The table with another name for one of its columns, wherever its own constraints and indexes name it. */
    static Table columnRenamed(Table table, ObjectName self, String column, String newName) {
        Table renamed = table.withColumn(column, each -> each.withName(newName))
                .withIndexes(table.indexes().stream()
                        .map(each -> each.withColumnRenamed(column, newName))
                        .toList())
                .withConstraints(table.constraints().stream()
                        .map(each -> each.withSpec(renamed(each.spec(), column, newName)))
                        .toList());
        return referencedColumnRenamed(renamed, self, column, newName);
    }

    static Table referencedColumnRenamed(Table table, ObjectName referenced, String column, String newName) {
        return table.withConstraints(Table.Lists.changed(
                table.constraints(), each -> each.references(referenced), each -> {
                    ConstraintSpec.ForeignKey key = (ConstraintSpec.ForeignKey) each.spec();
                    return each.withSpec(key.between(
                            key.columns(), renamed(key.referencedColumns(), column, newName), key.options()));
                }));
    }

    private static ConstraintSpec renamed(ConstraintSpec spec, String column, String newName) {
        if (spec instanceof ConstraintSpec.Check check) {
            return new ConstraintSpec.Check(
                    check.name(),
                    SqlExpressions.renamed(check.expression(), column, newName),
                    check.notValid(),
                    check.enforced(),
                    check.noInherit());
        }
        if (spec instanceof ConstraintSpec.ForeignKey key) {
            return key.between(
                    renamed(key.columns(), column, newName),
                    key.referencedColumns(),
                    key.options().map(options -> optionsRenamed(options, column, newName)));
        }
        if (spec instanceof ConstraintSpec.Key key) {
            ConstraintSpec.KeyForm form = new ConstraintSpec.KeyForm(
                    renamed(key.form().including(), column, newName),
                    key.form().nullsNotDistinct(),
                    key.form().withoutOverlaps());
            return key.of(renamed(key.columns(), column, newName), key.usingIndex(), form);
        }
        if (spec instanceof ConstraintSpec.NotNull notNull) {
            return new ConstraintSpec.NotNull(
                    notNull.name(),
                    notNull.column().equals(column) ? newName : notNull.column(),
                    notNull.notValid(),
                    notNull.noInherit());
        }
        ConstraintSpec.Exclusion exclusion = (ConstraintSpec.Exclusion) spec;
        return new ConstraintSpec.Exclusion(
                exclusion.name(), SqlExpressions.renamed(exclusion.definition(), column, newName));
    }

    /** Only ON DELETE SET NULL or SET DEFAULT names columns, in the one pair of parentheses that there can be. */
    private static String optionsRenamed(String options, String column, String newName) {
        int open = options.indexOf('(');
        return open < 0
                ? options
                : options.substring(0, open) + SqlExpressions.renamed(options.substring(open), column, newName);
    }

    private static List<String> renamed(List<String> columns, String column, String newName) {
        return columns.stream()
                .map(each -> each.equals(column) ? newName : each)
                .toList();
    }
}

package dev.migrate.core.rule.safety;

import dev.migrate.api.Hazard;
import dev.migrate.core.message.Messages;
import dev.migrate.core.operation.ConstraintSpec;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.Effect.Manner;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.schema.Schema;
import java.util.List;
import java.util.function.Predicate;

/**
 * CASCADE at a DROP: what it takes along stands in no migration, so that nobody has judged or reviewed it.
 *
 * @param what goes by name, and takes the others along
 * @param keys the foreign keys that are known to go too
 */
record Cascade(String what, ObjectName table, List<String> keys) {
    static Cascade ofTable(ObjectName table, Schema before) {
        return new Cascade(table.toString(), table, keys(table, before, columns -> true));
    }

    static Cascade ofColumn(ObjectName table, String column, Schema before) {
        return new Cascade(table + "." + column, table, keys(table, before, columns -> columns.contains(column)));
    }

    static Cascade ofConstraint(ObjectName table, String constraint, Schema before) {
        List<String> key = before.table(table).flatMap(known -> known.constraint(constraint)).stream()
                .flatMap(known -> columns(known.spec()).stream())
                .toList();
        return new Cascade("constraint " + constraint, table, keys(table, before, key::equals));
    }

    /** Foreign keys rest on the unique index of the columns that they refer to, whether or not a constraint has it. */
    static Cascade ofIndex(ObjectName table, ObjectName index, Schema before) {
        List<String> key = before.table(table).flatMap(known -> known.index(index.name())).stream()
                .flatMap(known -> known.keys().stream())
                .toList();
        return new Cascade("index " + index, table, keys(table, before, key::equals));
    }

    private static List<String> columns(ConstraintSpec constraint) {
        if (constraint instanceof ConstraintSpec.PrimaryKey key) {
            return key.columns();
        }
        return constraint instanceof ConstraintSpec.Unique unique ? unique.columns() : List.of();
    }

    private static List<String> keys(ObjectName table, Schema before, Predicate<List<String>> referenced) {
        return before.referencing(table).stream()
                .flatMap(other -> other.constraints().stream()
                        .filter(each -> each.references(table))
                        .filter(each -> referenced.test(before.referencedColumns(each, table)))
                        .map(each -> "foreign key " + each.name() + " of " + other.name()))
                .toList();
    }

    String effect() {
        return "CASCADE drops every view and foreign key that depends on " + what
                + (keys.isEmpty() ? "" : ", among them " + Messages.list(keys));
    }

    /** The finding where the rule lets the same operation without CASCADE stand: that is the fix. */
    Draft refused(Hazard hazard, DdlOperation drop, OperationContext context) {
        String statement = Fix.statement(drop);
        boolean narrows = context.inContract() || context.effect().manner() == Manner.NARROWS;
        Draft draft = context.draft(hazard, table, "dropping " + what + " with CASCADE drops what depends on it too")
                .effect(effect())
                .needed("a step of its own for each thing that depends on " + what)
                .fix(
                        narrows
                                ? context.paste().atContract(context.author(), List.of(statement))
                                : List.of(context.paste().statement(statement)));
        return keys.isEmpty() ? draft.may() : draft;
    }
}

package dev.migrate.core.rule.safety;

import dev.migrate.api.Hazard;
import dev.migrate.core.migration.Step;
import dev.migrate.core.operation.ColumnSpec;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.DdlOperation.AddColumn;
import dev.migrate.core.operation.DdlOperation.CreateTable;
import dev.migrate.core.operation.DdlOperation.SetDefault;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.operation.TypeOperation.ChangeEnum;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.schema.SchemaObject;
import dev.migrate.core.sql.SqlTokens;
import java.util.List;
import java.util.Optional;

/**
 * Flags a value of an enum type that is used before the transaction which adds it has committed. Silent where the type is
 * as new as the value, since PostgreSQL 17, and for the same text in a column of another type.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertype.html">ALTER TYPE</a>
 */
final class UsesNewEnumValue extends SafetyRule<DdlOperation> {
    private static final int OF_NEW_TYPE = 17;

    UsesNewEnumValue() {
        super(Hazard.USES_NEW_ENUM_VALUE, DdlOperation.class);
    }

    /** Whether the values that are added to a type can be used in the transaction that made the type. */
    static boolean ofNewType(int postgres) {
        return postgres >= OF_NEW_TYPE;
    }

    @Override
    Optional<Draft> check(DdlOperation operation, OperationContext context) {
        return context.transaction().labels().stream()
                .filter(added -> !isUsable(added, context))
                .flatMap(added -> used(operation, added, context).stream())
                .findFirst();
    }

    private static boolean isUsable(ChangeEnum added, OperationContext context) {
        Optional<SchemaObject> type = context.before().type(added.type());
        return ofNewType(context.postgres()) && type.filter(context::isNew).isPresent();
    }

    private Optional<Draft> used(DdlOperation operation, ChangeEnum added, OperationContext context) {
        if (isDefault(operation, added, context)) {
            return Optional.of(draft(added, context));
        }
        return operation instanceof DdlOperation.OfTable of
                        && hasColumn(of.table(), added.type(), context)
                        && isWritten(added, context)
                ? Optional.of(draft(added, context).may())
                : Optional.empty();
    }

    private Draft draft(ChangeEnum added, OperationContext context) {
        String value = literal(added);
        return context.draft(
                        hazard(),
                        added.type(),
                        value + " of " + added.type() + " is used in the transaction that adds it")
                .effect("PostgreSQL stops with 55P04: unsafe use of new value \"" + added.label() + "\" of enum type "
                        + added.type().name())
                .fix(
                        "in a migration before this one, which commits first:",
                        context.paste().statement("ALTER TYPE " + added.type() + " ADD VALUE " + value));
    }

    private static boolean isDefault(DdlOperation operation, ChangeEnum added, OperationContext context) {
        if (operation instanceof AddColumn add) {
            return isDefault(add.column(), added, context);
        }
        if (operation instanceof CreateTable create) {
            return create.columns().stream().anyMatch(column -> isDefault(column, added, context));
        }
        return operation instanceof SetDefault set
                && names(set.expression(), added)
                && context.before().columnsOfType(added.type()).stream()
                        .anyMatch(use ->
                                use.table().equals(set.table()) && use.column().equals(set.column()));
    }

    private static boolean isDefault(ColumnSpec column, ChangeEnum added, OperationContext context) {
        boolean ofType = !column.type().builtIn()
                && context.before()
                        .resolve(ObjectName.of(column.type().name()))
                        .equals(context.before().resolve(added.type()));
        return ofType
                && column.defaultExpression().filter(text -> names(text, added)).isPresent();
    }

    private static boolean hasColumn(ObjectName table, ObjectName type, OperationContext context) {
        return context.before().columnsOfType(type).stream()
                .anyMatch(use -> use.table().equals(table));
    }

    /** Of a step with several statements it is not known which of them the text belongs to. */
    private static boolean isWritten(ChangeEnum added, OperationContext context) {
        return context.run().step() instanceof Step.Statement step
                && step.operations().size() == 1
                && step.sql().filter(sql -> names(sql, added)).isPresent();
    }

    private static boolean names(String sql, ChangeEnum added) {
        List<String> tokens = SqlTokens.normalise(sql);
        return tokens.contains(literal(added));
    }

    private static String literal(ChangeEnum added) {
        return "'" + added.label().replace("'", "''") + "'";
    }
}

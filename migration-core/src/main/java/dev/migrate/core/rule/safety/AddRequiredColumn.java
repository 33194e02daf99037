package dev.migrate.core.rule.safety;

import dev.migrate.api.Hazard;
import dev.migrate.core.operation.ColumnSpec;
import dev.migrate.core.operation.DdlOperation.AddColumn;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.rule.Paste.Sample;
import java.util.Map;
import java.util.Optional;

/**
 * Flags a new column that is NOT NULL and has no value for rows that exist. Silent for a table created in the same
 * migration.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-alter.html#DDL-ALTER-ADDING-A-COLUMN">Adding a Column</a>
 */
final class AddRequiredColumn extends SafetyRule<AddColumn> {
    private static final Map<String, Sample> SAMPLES = Map.of(
            "smallint", new Sample("(short) 0", "0"),
            "integer", new Sample("0", "0"),
            "bigint", new Sample("0L", "0"),
            "boolean", new Sample("false", "false"),
            "text", new Sample("\"\"", "''"),
            "character varying", new Sample("\"\"", "''"));

    AddRequiredColumn() {
        super(Hazard.ADD_REQUIRED_COLUMN, AddColumn.class);
    }

    @Override
    Optional<Draft> check(AddColumn add, OperationContext context) {
        if (context.createdHere(add.table()) || !required(add.column())) {
            return Optional.empty();
        }
        String column = add.table() + "." + add.column().name();
        return Optional.of(context.draft(
                        hazard(),
                        add.table(),
                        "adding " + column + " as NOT NULL without a default fails if " + add.table() + " has any row")
                .effect("PostgreSQL stops with 23502, column \"" + add.column().name() + "\" of relation \""
                        + add.table().name()
                        + "\" contains null values;\non an empty table, every INSERT of the running"
                        + " release fails afterwards, because it does not name the column")
                .fix(withDefault(add, context))
                .note(
                        "the default is what rows get that exist, and rows of the running release; a constant one does not"
                                + " rewrite the table"));
    }

    /** A column that fills itself is judged by what that costs. */
    private static boolean required(ColumnSpec column) {
        return column.notNull()
                && column.defaultExpression().isEmpty()
                && column.generated().isEmpty()
                && !column.type().serial();
    }

    private static String withDefault(AddColumn add, OperationContext context) {
        Optional<Sample> sample = add.column().type().dimensions() > 0
                ? Optional.empty()
                : Optional.ofNullable(SAMPLES.get(add.column().type().name()));
        return context.paste()
                .addColumn(add.table(), add.column().name(), add.column().type(), sample);
    }
}

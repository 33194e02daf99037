package dev.migrate.core.rule.safety;

import dev.migrate.api.Hazard;
import dev.migrate.core.finding.Finding.Level;
import dev.migrate.core.operation.ColumnSpec;
import dev.migrate.core.operation.DdlOperation.AddColumn;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.rule.Paste;
import dev.migrate.core.rule.StatementText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Flags a new column that makes PostgreSQL write every row anew. Silent for a table created in the same migration.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES">ALTER TABLE, Notes</a>
 */
final class AddColumnRewritesTable extends BlockingRule<AddColumn> {
    AddColumnRewritesTable() {
        super(Hazard.ADD_COLUMN_REWRITES_TABLE, AddColumn.class);
    }

    @Override
    Optional<Draft> check(AddColumn add, OperationContext context) {
        if (!context.effect().rewrites()) {
            return Optional.empty();
        }
        String column = add.table() + "." + add.column().name();
        if (dependsOnType(add.column())) {
            return Optional.of(perhapsDomain(add, column, context));
        }
        return Optional.of(context.draftByEffect(hazard(), add.table(), "adding " + column + " rewrites " + add.table())
                .effect(cause(add.column()) + ", so PostgreSQL writes every row and every index of " + add.table()
                        + " anew;\nreads and writes wait behind its ACCESS EXCLUSIVE lock until that ends")
                .fix(inBatches(add, context))
                .note(
                        add.column().notNull()
                                ? context.paste().notNullLater()
                                : "the column is filled in batches, without a lock on the table"));
    }

    /** A warning: an enum, which does not rewrite, cannot be told from a domain. */
    private Draft perhapsDomain(AddColumn add, String column, OperationContext context) {
        String type = add.column().type().toString();
        return context.draft(
                        hazard(),
                        add.table(),
                        "adding " + column + " rewrites " + add.table() + " if " + type + " is a domain with a CHECK")
                .effect("PostgreSQL then checks the type's condition for each row while reads and writes of "
                        + add.table() + " wait")
                .fix("use the domain's base type, and the condition as a CHECK constraint added NOT VALID")
                .note("an enum, and a domain without a condition, do not rewrite")
                .may()
                .level(Level.WARNING);
    }

    private static boolean dependsOnType(ColumnSpec column) {
        return !column.type().builtIn()
                && !column.type().serial()
                && column.generated().isEmpty()
                && column.defaultExpression().isEmpty();
    }

    private static String cause(ColumnSpec column) {
        if (column.generated().equals(Optional.of(ColumnSpec.Generated.STORED))) {
            return "a stored generated column is computed for each row";
        }
        if (column.generated().equals(Optional.of(ColumnSpec.Generated.IDENTITY))) {
            return "an identity column gives each row a number";
        }
        if (column.type().serial()) {
            return "a " + column.type().name() + " column gives each row a number";
        }
        return column.defaultExpression()
                .map(expression -> "the default " + expression + " is evaluated for each row")
                .orElse("a value is computed for each row");
    }

    private static List<String> inBatches(AddColumn add, OperationContext context) {
        ColumnSpec column = add.column();
        Paste paste = context.paste();
        String nullable =
                paste.addColumn(add.table(), column.name(), column.type().stored(), Optional.empty());
        List<String> lines = new ArrayList<>();
        boolean numbered =
                column.type().serial() || column.generated().equals(Optional.of(ColumnSpec.Generated.IDENTITY));
        if (numbered) {
            String sequence = add.table().name() + "_" + column.name() + "_seq";
            lines.add("with the sequence " + sequence + " made in an earlier migration:");
            lines.add(nullable);
            lines.addAll(paste.backfill(
                    add.table(), column.name(), "nextval('" + StatementText.quoted(sequence) + "')", true));
            return lines;
        }
        if (column.defaultExpression().isEmpty()) {
            return List.of("a plain column that the application fills:", nullable);
        }
        lines.add(nullable);
        lines.addAll(paste.backfill(
                add.table(), column.name(), column.defaultExpression().get(), true));
        return lines;
    }
}

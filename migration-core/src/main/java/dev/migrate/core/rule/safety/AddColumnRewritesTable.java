package dev.migrate.core.rule.safety;

import dev.migrate.api.Hazard;
import dev.migrate.core.finding.Finding.Level;
import dev.migrate.core.operation.ColumnSpec;
import dev.migrate.core.operation.DataType;
import dev.migrate.core.operation.DdlOperation.AddColumn;
import dev.migrate.core.rule.Draft;
import java.util.Optional;

/**
 * Flags a new column that makes PostgreSQL write every row anew. Silent for a table created in the same migration.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES">ALTER TABLE, Notes</a>
 */
final class AddColumnRewritesTable extends SafetyRule<AddColumn> {
    AddColumnRewritesTable() {
        super(Hazard.ADD_COLUMN_REWRITES_TABLE, AddColumn.class);
    }

    @Override
    Optional<Draft> check(AddColumn add, OperationContext context) {
        if (context.createdHere(add.table()) || !context.effect().rewrites()) {
            return Optional.empty();
        }
        String column = add.table() + "." + add.column().name();
        if (dependsOnType(add.column())) {
            return Optional.of(perhapsDomain(add, column, context));
        }
        return Optional.of(context.draftByEffect(hazard(), add.table(), "adding " + column + " rewrites " + add.table())
                .effect(cause(add.column()) + ", so PostgreSQL writes every row and every index of " + add.table()
                        + " anew;\nreads and writes wait behind its ACCESS EXCLUSIVE lock until that ends")
                .fix(inBatches(add))
                .note(
                        add.column().notNull()
                                ? "NOT NULL follows in the contract of an @Expand, when no row is empty any more"
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

    private static String[] inBatches(AddColumn add) {
        ColumnSpec column = add.column();
        DataType type = column.type().stored();
        String nullable = Fix.addColumn(add.table(), column.name(), type, "");
        boolean numbered =
                column.type().serial() || column.generated().equals(Optional.of(ColumnSpec.Generated.IDENTITY));
        if (numbered) {
            String sequence = add.table().name() + "_" + column.name() + "_seq";
            String next = "nextval('" + Fix.SQL.quote(sequence) + "')";
            return new String[] {
                "with the sequence " + sequence + " made in an earlier migration:",
                nullable,
                Fix.backfill(add.table(), column.name(), next, Optional.of(next))
            };
        }
        return column.defaultExpression()
                .map(expression -> new String[] {
                    nullable, Fix.backfill(add.table(), column.name(), expression, Optional.of(expression))
                })
                .orElseGet(() -> new String[] {"a plain column that the application fills:", nullable});
    }
}

package dev.migrate.core.rule.safety;

import dev.migrate.api.Hazard;
import dev.migrate.core.operation.DdlOperation.DataChange;
import dev.migrate.core.operation.DdlOperation.DataChange.Verb;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.rule.RulePage;
import java.util.Optional;

/**
 * Flags TRUNCATE. Silent for a table created in the same migration.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-truncate.html">TRUNCATE</a>
 */
final class TruncateLosesData extends SafetyRule<DataChange> {
    TruncateLosesData() {
        super(Hazard.TRUNCATE_LOSES_DATA, DataChange.class);
    }

    @Override
    Optional<Draft> check(DataChange change, OperationContext context) {
        if (change.verb() != Verb.TRUNCATE || context.createdHere(change.table())) {
            return Optional.empty();
        }
        String table = change.table().toString();
        return Optional.of(context.draft(hazard(), change.table(), "truncating " + table + " loses its rows")
                .effect("all rows of " + table
                        + " are gone at once; reads and writes wait behind an ACCESS EXCLUSIVE lock,"
                        + "\nand no row trigger runs")
                .fix("delete the rows from the application, in batches and with a condition"));
    }

    @Override
    public RulePage page() {
        return new RulePage(
                "`TRUNCATE` empties a table that existed before the migration.",
                """
                `TRUNCATE` takes `ACCESS EXCLUSIVE`, gives the table new, empty files, runs no row trigger, and with
                `CASCADE` empties every table that references it. It is not visible to the running release as deletes.
                """,
                "For a table created in the same migration.",
                "https://www.postgresql.org/docs/current/sql-truncate.html");
    }
}

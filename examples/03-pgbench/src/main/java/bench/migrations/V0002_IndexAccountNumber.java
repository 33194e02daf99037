package bench.migrations;

import static dev.migrate.api.Recipes.indexConcurrently;

import dev.migrate.api.Safe;
import dev.migrate.api.SchemaMigration;
import dev.migrate.api.Steps;

/** Accounts are found by their number. The index comes after the numbers: one build is cheaper than a million inserts. */
@Safe
public final class V0002_IndexAccountNumber implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(indexConcurrently("pgbench_accounts_number_idx").on("pgbench_accounts", "account_number"));
    }
}

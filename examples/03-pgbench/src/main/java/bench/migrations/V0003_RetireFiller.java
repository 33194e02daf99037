package bench.migrations;

import static dev.migrate.api.Recipes.retireColumn;

import dev.migrate.api.Expand;
import dev.migrate.api.SchemaMigration;
import dev.migrate.api.Steps;

/** Every account carries 84 blanks that no query of pgbench names. */
@Expand
public final class V0003_RetireFiller implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(retireColumn("pgbench_accounts", "filler"));
    }
}

package shop.migrations;

import static dev.migrate.api.Recipes.backfill;
import static dev.migrate.api.Recipes.expr;

import dev.migrate.api.Safe;
import dev.migrate.api.SchemaMigration;
import dev.migrate.api.Steps;
import dev.migrate.api.Verification;

/** Items without a contact get the address of their department, in batches beside the traffic. */
@Safe
public final class %class% implements SchemaMigration {
    private static final String COLUMN = "contact_" + "%series%";

    @Override
    public void up(Steps steps) {
        steps.add(backfill("%table%", COLUMN).setting(expr("lower(currency) || '@shop.example'")));
    }

    @Override
    public void verify(Verification verification) {
        verification.noRows("SELECT id FROM %table% WHERE " + COLUMN + " IS NULL");
    }
}

package shop;

import static dev.migrate.api.Recipes.indexConcurrently;

import dev.migrate.api.Safe;
import dev.migrate.api.SchemaMigration;
import dev.migrate.api.Steps;

@Safe
public final class V0002_UniqueEmail implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(indexConcurrently("users_email_key").on("users", "email").unique());
    }
}

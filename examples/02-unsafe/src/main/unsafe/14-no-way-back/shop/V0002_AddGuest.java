package shop;

import static dev.migrate.api.Recipes.sql;

import dev.migrate.api.Safe;
import dev.migrate.api.SchemaMigration;
import dev.migrate.api.Steps;

@Safe
public final class V0002_Normalise implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(sql("UPDATE users SET email = lower(email)"));
    }
}

package shop;

import static dev.migrate.api.Recipes.sql;

import dev.migrate.api.Safe;
import dev.migrate.api.SchemaMigration;
import dev.migrate.api.Steps;

@Safe
public final class V0002_AddGuest implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(sql("INSERT INTO users (email) VALUES ('guest@example.org')"));
    }
}

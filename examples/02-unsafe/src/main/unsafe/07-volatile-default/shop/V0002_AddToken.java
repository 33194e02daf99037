package shop;

import static dev.migrate.api.Recipes.sql;

import dev.migrate.api.Safe;
import dev.migrate.api.SchemaMigration;
import dev.migrate.api.Steps;

@Safe
public final class V0002_AddToken implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(sql("ALTER TABLE users ADD COLUMN token uuid DEFAULT gen_random_uuid()"));
    }
}

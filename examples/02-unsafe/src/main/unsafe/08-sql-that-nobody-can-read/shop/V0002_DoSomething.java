package shop;

import static dev.migrate.api.Recipes.sql;

import dev.migrate.api.Safe;
import dev.migrate.api.SchemaMigration;
import dev.migrate.api.Steps;

@Safe
public final class V0002_DoSomething implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(sql("DO $$ BEGIN EXECUTE 'DROP TABLE ' || 'users'; END $$").down("SELECT 1"));
    }
}

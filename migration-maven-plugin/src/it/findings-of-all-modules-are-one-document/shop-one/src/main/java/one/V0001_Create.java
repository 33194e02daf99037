package one;

import static dev.migrate.api.Recipes.sql;

import dev.migrate.api.Safe;
import dev.migrate.api.SchemaMigration;
import dev.migrate.api.Steps;

@Safe
public final class V0001_Create implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(sql("CREATE TABLE public.one (id bigint PRIMARY KEY)"));
    }
}

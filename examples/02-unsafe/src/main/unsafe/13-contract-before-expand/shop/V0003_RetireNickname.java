package shop;

import static dev.migrate.api.Recipes.retireColumn;

import dev.migrate.api.Expand;
import dev.migrate.api.SchemaMigration;
import dev.migrate.api.Steps;

@Expand
public final class V0003_RetireNickname implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(retireColumn("users", "nickname"));
    }
}

package shop.migrations;

import static dev.migrate.api.Recipes.indexConcurrently;

import dev.migrate.api.Safe;
import dev.migrate.api.SchemaMigration;
import dev.migrate.api.Steps;

/** The list of what is new sorts by the day of its creation, then by name. */
@Safe
public final class %class% implements SchemaMigration {
    private static final String TABLE_NAME = "%table%";

    @Override
    public void up(Steps steps) {
        steps.add(indexConcurrently("%table%_created_%number%_idx").on(TABLE_NAME, "created", "name"));
    }
}

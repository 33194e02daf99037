package shop.migrations;

import static dev.migrate.api.Recipes.retireColumn;

import dev.migrate.api.Expand;
import dev.migrate.api.SchemaMigration;
import dev.migrate.api.Steps;

/** Views are counted elsewhere now; the release that comes with this one does not name the column any more. */
@Expand
public final class %class% implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(retireColumn("%table%", "views_%series%"));
    }
}

package polls.migrations;

import static dev.migrate.api.Recipes.retireColumn;

import dev.migrate.api.Expand;
import dev.migrate.api.SchemaMigration;
import dev.migrate.api.Steps;

/** Nothing reads old_field any more. From here on a release may also stop writing it. */
@Expand
public final class V0004_RetireOldField implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(retireColumn("polls_poll", "old_field"));
    }
}

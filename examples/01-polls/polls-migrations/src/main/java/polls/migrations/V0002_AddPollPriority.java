package polls.migrations;

import static dev.migrate.api.Recipes.indexConcurrently;
import static org.jooq.impl.DSL.alterTable;
import static org.jooq.impl.SQLDataType.INTEGER;

import dev.migrate.api.Safe;
import dev.migrate.api.SchemaMigration;
import dev.migrate.api.Steps;
import dev.migrate.api.Verification;

/** The front page sorts polls by priority. */
@Safe
public final class V0002_AddPollPriority implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(
                alterTable("polls_poll").addColumn("priority", INTEGER.notNull().defaultValue(0)));
        steps.add(indexConcurrently("polls_poll_priority_idx").on("polls_poll", "priority"));
    }

    @Override
    public void verify(Verification verification) {
        verification.noRows("SELECT id FROM polls_poll WHERE priority < 0");
    }
}

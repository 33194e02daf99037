package shop;

import static dev.migrate.api.Recipes.indexConcurrently;
import static org.jooq.impl.DSL.alterTable;
import static org.jooq.impl.SQLDataType.INTEGER;

import dev.migrate.api.Safe;
import dev.migrate.api.SchemaMigration;
import dev.migrate.api.Steps;

@Safe
public final class V0002_AddPriority implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(alterTable("orders").addColumn("priority", INTEGER.notNull().defaultValue(0)));
        steps.add(indexConcurrently("orders_priority_idx").on("orders", "priority"));
    }
}

package shop.migrations;

import static org.jooq.impl.DSL.alterTable;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.INTEGER;

import dev.migrate.api.Safe;
import dev.migrate.api.SchemaMigration;
import dev.migrate.api.Steps;

/** How often an item was looked at and bought, counted since today. A constant default rewrites nothing. */
@Safe
public final class %class% implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(alterTable("%table%")
                .addColumn("views_%series%", BIGINT.notNull().defaultValue(0L)));
        steps.add(alterTable("%table%")
                .addColumn("sold_%series%", INTEGER.notNull().defaultValue(0)));
    }
}

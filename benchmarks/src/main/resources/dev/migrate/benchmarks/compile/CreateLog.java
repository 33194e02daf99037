package shop.migrations;

import static org.jooq.impl.DSL.constraint;
import static org.jooq.impl.DSL.createIndex;
import static org.jooq.impl.DSL.createTable;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.JSONB;
import static org.jooq.impl.SQLDataType.TIMESTAMPWITHTIMEZONE;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.migrate.api.Safe;
import dev.migrate.api.SchemaMigration;
import dev.migrate.api.Steps;

/** Who changed what of an item, and when. */
@Safe
public final class %class% implements SchemaMigration {
    private static final String LOG = "%table%_log_%number%";

    @Override
    public void up(Steps steps) {
        steps.add(createTable(LOG)
                .column("id", BIGINT.notNull().identity(true))
                .column("item", BIGINT.notNull())
                .column("person", VARCHAR(60).notNull())
                .column("changed", TIMESTAMPWITHTIMEZONE(6).notNull())
                .column("detail", JSONB)
                .constraints(constraint(LOG + "_pk").primaryKey("id")));
        steps.add(createIndex(LOG + "_item_idx").on(LOG, "item"));
        steps.add(createIndex(LOG + "_person_idx").on(LOG, "person"));
    }
}

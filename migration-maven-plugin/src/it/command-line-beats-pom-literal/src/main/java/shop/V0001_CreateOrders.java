package shop;

import static org.jooq.impl.DSL.createTable;
import static org.jooq.impl.DSL.primaryKey;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.migrate.api.Safe;
import dev.migrate.api.SchemaMigration;
import dev.migrate.api.Steps;

@Safe
public final class V0001_CreateOrders implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(createTable("orders")
                .column("id", BIGINT.identity(true))
                .column("customer", VARCHAR(100).notNull())
                .constraints(primaryKey("id")));
    }
}

package shop;

import static org.jooq.impl.DSL.alterTable;

import dev.migrate.api.Safe;
import dev.migrate.api.SchemaMigration;
import dev.migrate.api.Steps;

@Safe
public final class V0002_DropCustomer implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(alterTable("orders").dropColumn("customer"));
    }
}

package shop;

import static org.jooq.impl.DSL.alterTable;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.migrate.api.Safe;
import dev.migrate.api.SchemaMigration;
import dev.migrate.api.Steps;

@Safe
public final class V0002_AddCountry implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(alterTable("users").addColumn("country", VARCHAR(2).notNull()));
    }
}

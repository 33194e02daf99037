package shop;

import static org.jooq.impl.DSL.alterTable;
import static org.jooq.impl.SQLDataType.NUMERIC;

import dev.migrate.api.Safe;
import dev.migrate.api.SchemaMigration;
import dev.migrate.api.Steps;

@Safe
public final class V0002_WidenId implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(alterTable("users").alterColumn("id").set(NUMERIC(20)));
    }
}

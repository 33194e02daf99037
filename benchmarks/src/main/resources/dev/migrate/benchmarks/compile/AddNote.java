package shop.migrations;

import static org.jooq.impl.DSL.alterTable;
import static org.jooq.impl.SQLDataType.CLOB;

import dev.migrate.api.Safe;
import dev.migrate.api.SchemaMigration;
import dev.migrate.api.Steps;
import dev.migrate.api.Verification;

/**
 * Clerks write notes on an item. Most items have none, so the column may be empty; the old release does not name
 * it, and reads and writes as before.
 */
@Safe
public final class %class% implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(alterTable("%table%").addColumn("note_%number%", CLOB));
    }

    @Override
    public void verify(Verification verification) {
        verification.noRows("SELECT id FROM %table% WHERE note_%number% = ''");
    }
}

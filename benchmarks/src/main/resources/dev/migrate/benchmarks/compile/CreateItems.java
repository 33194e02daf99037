package shop.migrations;

import static org.jooq.impl.DSL.constraint;
import static org.jooq.impl.DSL.createIndex;
import static org.jooq.impl.DSL.createTable;
import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.BOOLEAN;
import static org.jooq.impl.SQLDataType.CLOB;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.NUMERIC;
import static org.jooq.impl.SQLDataType.TIMESTAMPWITHTIMEZONE;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.migrate.api.Safe;
import dev.migrate.api.SchemaMigration;
import dev.migrate.api.Steps;

/** What the shop sells; prices are in the currency of the row, and never negative. */
@Safe
public final class %class% implements SchemaMigration {
    private static final int NAME_LENGTH = 200;

    @Override
    public void up(Steps steps) {
        steps.add(createTable("%table%")
                .column("id", BIGINT.notNull().identity(true))
                .column("name", VARCHAR(NAME_LENGTH).notNull())
                .column("words", CLOB)
                .column("price", NUMERIC(12, 2).notNull())
                .column("currency", VARCHAR(3).notNull().defaultValue("EUR"))
                .column("amount", INTEGER.notNull().defaultValue(0))
                .column("visible", BOOLEAN.notNull().defaultValue(true))
                .column("created", TIMESTAMPWITHTIMEZONE(6).notNull().defaultValue(currentOffsetDateTime()))
                .constraints(
                        constraint("%table%_pk").primaryKey("id"),
                        constraint("%table%_name_uq").unique("name")));
        steps.add(createIndex("%table%_price_idx").on("%table%", "price"));
    }
}

package polls.migrations;

import static org.jooq.impl.DSL.constraint;
import static org.jooq.impl.DSL.createTable;
import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.primaryKey;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.TIMESTAMPWITHTIMEZONE;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.migrate.api.Safe;
import dev.migrate.api.SchemaMigration;
import dev.migrate.api.Steps;

/** Polls and their choices. On a table made here everything is allowed: nobody uses it yet. */
@Safe
public final class V0001_CreatePolls implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(createTable("polls_poll")
                .column("id", BIGINT.identity(true))
                .column("question", VARCHAR(200).notNull())
                .column("published_at", TIMESTAMPWITHTIMEZONE.notNull().defaultValue(currentOffsetDateTime()))
                .column("old_field", VARCHAR(100).notNull())
                .constraints(primaryKey("id")));
        steps.add(createTable("polls_choice")
                .column("id", BIGINT.identity(true))
                .column("poll_id", BIGINT.notNull())
                .column("text", VARCHAR(200).notNull())
                .column("votes", INTEGER.notNull().defaultValue(0))
                .constraints(
                        primaryKey("id"),
                        constraint("polls_choice_poll_id_fkey")
                                .foreignKey("poll_id")
                                .references("polls_poll", "id")));
    }
}

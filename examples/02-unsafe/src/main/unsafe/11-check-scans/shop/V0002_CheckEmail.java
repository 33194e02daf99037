package shop;

import static org.jooq.impl.DSL.alterTable;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.constraint;

import dev.migrate.api.Safe;
import dev.migrate.api.SchemaMigration;
import dev.migrate.api.Steps;

@Safe
public final class V0002_CheckEmail implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(alterTable("users").add(constraint("users_email_check").check(condition("email LIKE '%@%'"))));
    }
}

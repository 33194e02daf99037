package shop;

import static org.jooq.impl.DSL.createIndex;

import dev.migrate.api.Safe;
import dev.migrate.api.SchemaMigration;
import dev.migrate.api.Steps;

@Safe
public final class V0002_IndexEmail implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(createIndex("users_email_idx").on("users", "email"));
    }
}

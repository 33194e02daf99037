package db.migration;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.jooq.impl.DSL;

public class V1__Index extends BaseJavaMigration {
    @Override public void migrate(Context context) {
        DSL.using(context.getConnection()).createIndex("old_title_idx").on("old", "title").execute();
    }
}

package polls.migrations;

import static dev.migrate.api.Recipes.backfill;
import static org.jooq.impl.DSL.alterTable;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.migrate.api.Safe;
import dev.migrate.api.SchemaMigration;
import dev.migrate.api.Steps;
import java.text.Normalizer;
import java.util.Locale;

/** Polls get an address that people can read. The text is made in Java, in batches, next to live traffic. */
@Safe
public final class V0003_AddPollSlug implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(alterTable("polls_poll").addColumn("slug", VARCHAR(200)));
        steps.add(backfill("polls_poll", "slug")
                .reading(Poll.class)
                .computing(poll -> slug(poll.question()))
                .oldWritersGet(val("")));
    }

    /** What this migration reads of a poll: frozen here, whatever the application's own classes become. */
    record Poll(String question) {}

    private static String slug(String question) {
        return Normalizer.normalize(question, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}

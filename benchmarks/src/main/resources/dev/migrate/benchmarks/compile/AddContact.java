package shop.migrations;

import static dev.migrate.api.Recipes.sql;

import dev.migrate.api.Safe;
import dev.migrate.api.SchemaMigration;
import dev.migrate.api.Steps;

/** Who is asked about an item, and when they were asked last. */
@Safe
public final class %class% implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(sql("""
                ALTER TABLE %table%
                  ADD COLUMN contact_%series% text,           -- an address, or a telephone number
                  ADD COLUMN asked_%series% timestamptz,
                  ADD COLUMN tries_%series% integer NOT NULL DEFAULT 0
                """).down("""
                ALTER TABLE %table%
                  DROP COLUMN contact_%series%,
                  DROP COLUMN asked_%series%,
                  DROP COLUMN tries_%series%
                """));
    }
}

package shop.migrations;

import static dev.migrate.api.Recipes.sql;

import dev.migrate.api.Accept;
import dev.migrate.api.Hazard;
import dev.migrate.api.Risky;
import dev.migrate.api.RiskyMigration;
import dev.migrate.api.RiskySteps;

/** An item is described in a sentence, not in a book. */
@Risky(
        @Accept(
                value = Hazard.NARROWS_FOR_WRITERS,
                on = "%table%",
                because = "the form has refused longer texts for a year"))
public final class %class% implements RiskyMigration {
    @Override
    public void up(RiskySteps steps) {
        steps.add(sql("ALTER TABLE %table% ADD CONSTRAINT %table%_words_%number%_check"
                + " CHECK (length(words) <= 4000) NOT VALID"));
        steps.add(sql("ALTER TABLE %table% VALIDATE CONSTRAINT %table%_words_%number%_check"));
    }

    @Override
    public void down(RiskySteps steps) {
        steps.add(sql("ALTER TABLE %table% DROP CONSTRAINT %table%_words_%number%_check"));
    }
}

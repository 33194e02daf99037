package one;

import static dev.migrate.api.Recipes.sql;

import dev.migrate.api.Accept;
import dev.migrate.api.Hazard;
import dev.migrate.api.Risky;
import dev.migrate.api.RiskyMigration;
import dev.migrate.api.RiskySteps;

@Risky(@Accept(value = Hazard.CREATE_INDEX_BLOCKS_WRITES, on = "one", because = "ten rows"))
public final class V0002_Index implements RiskyMigration {
    @Override
    public void up(RiskySteps steps) {
        steps.add(sql("CREATE INDEX one_twice ON public.one (id)"));
    }
}

package dev.migrate.engine.verify;

import dev.migrate.core.migration.Check;
import dev.migrate.core.migration.Step;
import dev.migrate.core.operation.Identifiers;
import dev.migrate.core.recipe.IndexConcurrently;
import java.util.Optional;

/**
 * What recipes promise for good. A backfill's end is no such promise: it converged when its journal says so, and rows of
 * later are the application's.
 */
final class RecipeChecks {
    private RecipeChecks() {}

    static Optional<Check> of(Step.RecipeUse use) {
        if (use.recipe() instanceof IndexConcurrently index) {
            String name = Identifiers.literal(Identifiers.quote(index.index()));
            return Optional.of(new Check(
                    Check.Form.NO_ROWS,
                    "SELECT indexrelid::pg_catalog.regclass AS invalid_index FROM pg_catalog.pg_index"
                            + " WHERE NOT indisvalid AND indexrelid = pg_catalog.to_regclass(" + name + ")",
                    use.place()));
        }
        return Optional.empty();
    }
}

package dev.migrate.core.migration;

import dev.migrate.core.recipe.Recipe;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One step of a migration, as the author added it. */
public sealed interface Step {
    /** Where it was added. */
    Place place();

    /** What its first half does, in order; a recipe's operations all have the recipe's place. */
    List<PlacedOperation> operations();

    /**
     * SQL, written or rendered from jOOQ.
     *
     * @param sql the exact text; from source reading of a jOOQ chain it is absent
     * @param inverse what the author gave as {@code down}
     * @param doneWhen the query that makes it a statement outside a transaction
     * @param lost what jOOQ left out of the text
     */
    record Statement(
            Optional<String> sql,
            List<PlacedOperation> operations,
            Optional<String> inverse,
            Optional<String> doneWhen,
            List<String> lost,
            Place place)
            implements Step {
        /** Copies the lists. */
        public Statement {
            Objects.requireNonNull(sql, "sql");
            Objects.requireNonNull(inverse, "inverse");
            Objects.requireNonNull(doneWhen, "doneWhen");
            Objects.requireNonNull(place, "place");
            operations = List.copyOf(operations);
            lost = List.copyOf(lost);
        }
    }

    /** A recipe. */
    record RecipeUse(Recipe recipe, Place place) implements Step {
        /** Refuses null. */
        public RecipeUse {
            Objects.requireNonNull(recipe, "recipe");
            Objects.requireNonNull(place, "place");
        }

        @Override
        public List<PlacedOperation> operations() {
            return recipe.operations().stream()
                    .map(operation -> new PlacedOperation(operation, place))
                    .toList();
        }
    }
}

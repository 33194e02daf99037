package dev.migrate.core.recipe;

import dev.migrate.core.operation.DdlOperation;
import java.util.List;
import java.util.Map;

/**
 * A recipe, read from its name and arguments. It says what it does to the schema; the statements it runs with are the
 * plan's business.
 */
public sealed interface Recipe permits IndexConcurrently, DropIndexConcurrently, Backfill, RetireColumn {
    /** The recipe's name in the API. */
    String name();

    /** The arguments as normalised text, in a fixed order: with the name they are the recipe's part of a fingerprint. */
    List<String> arguments();

    /** What it does where it is added: all of it, or the first half of a pair. */
    List<DdlOperation> operations();

    /** What the contract does; empty for a recipe that is no pair. */
    default List<DdlOperation> contractOperations() {
        return List.of();
    }

    /** Whether it has a second half. */
    default boolean paired() {
        return !contractOperations().isEmpty();
    }

    /**
     * Reads a recipe.
     *
     * @param name the API's method
     * @param arguments as {@code dev.migrate.api.Recipe#arguments()} gives them
     * @throws IllegalArgumentException if there is no such recipe or an argument is missing
     */
    static Recipe of(String name, Map<String, ?> arguments) {
        Arguments read = new Arguments(name, arguments);
        return switch (name) {
            case "indexConcurrently" -> IndexConcurrently.of(read);
            case "dropIndexConcurrently" -> new DropIndexConcurrently(read.text("index"));
            case "backfill" -> Backfill.of(read);
            case "retireColumn" -> new RetireColumn(read.text("table"), read.text("column"));
            default -> throw new IllegalArgumentException("no recipe " + name);
        };
    }
}

package dev.migrate.api;

import java.util.Map;

/**
 * A change with a safe way to run it, as a value: a name and arguments. What it does to the database is known to the
 * engine, never to the value.
 */
public sealed interface Recipe permits Widening, Narrowing, Paired {
    /** The recipe's name, the name of the method of {@link Recipes} that made it. */
    String name();

    /**
     * The arguments by name, in the order of declaration. Values are {@code String}, {@code Integer}, {@code Boolean},
     * {@code List<String>}, and for row functions {@code Function<Object[], Object[]>}. Absent options are absent here.
     */
    Map<String, Object> arguments();
}

package dev.migrate.core.operation;

import java.util.List;
import java.util.Objects;

/**
 * A data type.
 *
 * @param name the canonical name as {@code format_type} gives it, without modifiers: {@code integer}, {@code character
 *     varying}, {@code timestamp with time zone}; {@code serial} and its kin keep their name; a user's type keeps its own
 * @param modifiers length, precision, scale
 * @param dimensions array dimensions, 0 for none
 */
public record DataType(String name, List<Integer> modifiers, int dimensions) {
    /** Copies the modifiers. */
    public DataType {
        Objects.requireNonNull(name, "name");
        modifiers = List.copyOf(modifiers);
    }

    /** A type without modifiers. */
    public static DataType of(String name) {
        return new DataType(name, List.of(), 0);
    }

    /** The type as SQL text. */
    @Override
    public String toString() {
        String list = modifiers.isEmpty()
                ? ""
                : modifiers.toString().replace("[", "(").replace("]", ")").replace(" ", "");
        int zone = name.indexOf(" with");
        String typed =
                zone > 0 && !list.isEmpty() ? name.substring(0, zone) + list + name.substring(zone) : name + list;
        return typed + "[]".repeat(dimensions);
    }
}

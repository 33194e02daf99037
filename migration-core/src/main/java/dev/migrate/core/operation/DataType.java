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
    /** The type that a parent or a composite type gives to the column. */
    public static final DataType INHERITED = new DataType("", List.of(), 0);

    /** Copies the modifiers. */
    public DataType {
        Objects.requireNonNull(name, "name");
        modifiers = List.copyOf(modifiers);
    }

    /** A type without modifiers. */
    public static DataType of(String name) {
        return new DataType(name, List.of(), 0);
    }

    /**
     * The type that a spelling means: {@code int4} is {@code integer}, {@code varchar(9)} is {@code character
     * varying(9)}, {@code char} is {@code character(1)}, {@code float(24)} is {@code real}.
     *
     * @param spelling one of PostgreSQL's names for the type in lower case, or a user's type
     * @param modifiers as written, in the order in which they are written
     */
    public static DataType canonical(String spelling, List<Integer> modifiers, int dimensions) {
        if (spelling.equals("float")) {
            boolean single = !modifiers.isEmpty() && modifiers.get(0) <= 24;
            return new DataType(single ? "real" : "double precision", List.of(), dimensions);
        }
        String name = TypeNames.canonical(spelling);
        if (name.equals("bpchar") && !modifiers.isEmpty()) {
            return new DataType("character", modifiers, dimensions);
        }
        if (modifiers.isEmpty() && (name.equals("character") || name.equals("bit"))) {
            return new DataType(name, List.of(1), dimensions);
        }
        if (name.equals("numeric") && modifiers.size() == 1) {
            return new DataType(name, List.of(modifiers.get(0), 0), dimensions);
        }
        return new DataType(name, modifiers, dimensions);
    }

    /** Whether it is PostgreSQL's own: then it is no domain, and it has no CHECK. */
    public boolean builtIn() {
        return TypeNames.builtIn(name);
    }

    /** Whether a sequence gives the column its values: serial and its kin, which exist only where a column is defined. */
    public boolean serial() {
        return name.equals("serial") || name.equals("bigserial") || name.equals("smallserial");
    }

    /** The type that a column has once it is there: {@code integer} for {@code serial}. */
    public DataType stored() {
        return switch (name) {
            case "serial" -> DataType.of("integer");
            case "bigserial" -> DataType.of("bigint");
            case "smallserial" -> DataType.of("smallint");
            default -> this;
        };
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

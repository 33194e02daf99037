package dev.migrate.core.index;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Records as trees of maps and lists, by the names of their components, so that a new operation or recipe needs no line
 * here. What is empty or false is left out; a component that a text lacks is read as empty or false, one that it has too
 * many is passed over. Which record of a sealed interface it is, stands under {@value #KIND}.
 *
 * <p>Functions are left out: they exist only in the recorded reading, and their source tokens are kept elsewhere.
 */
final class RecordTree {
    private static final String KIND = "is";

    private RecordTree() {}

    static Object of(Object value) {
        if (value instanceof Record record) {
            return ofRecord(record);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(RecordTree::of).toList();
        }
        if (value instanceof Map<?, ?> map) {
            // Sorted: the order of an immutable map changes from one run of the JVM to the next.
            Map<String, Object> tree = new TreeMap<>();
            map.forEach((key, element) -> tree.put((String) key, of(element)));
            return tree;
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof String || value instanceof Integer || value instanceof Boolean) {
            return value;
        }
        throw new IllegalStateException("no text form for " + value.getClass());
    }

    private static Map<String, Object> ofRecord(Record record) {
        Map<String, Object> tree = new LinkedHashMap<>();
        RecordShape shape = RecordShape.of(record.getClass());
        if (shape.oneOfSeveral()) {
            tree.put(KIND, record.getClass().getSimpleName());
        }
        for (RecordShape.Part part : shape.parts()) {
            Object value = part.of(record);
            // Inside an Optional an empty list is kept: a written down without steps is not a down to be derived.
            if (!List.of().equals(value)
                    && !Map.of().equals(value)
                    && !part.plain().equals(Optional.of(value))) {
                present(value).ifPresent(there -> tree.put(part.name(), of(there)));
            }
        }
        return tree;
    }

    private static Optional<Object> present(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.flatMap(RecordTree::present);
        }
        if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? Optional.of(optional.getAsInt()) : Optional.empty();
        }
        if (value instanceof Function || Boolean.FALSE.equals(value)) {
            return Optional.empty();
        }
        return Optional.of(value);
    }

    static <T> T read(Class<T> type, @Nullable Object tree) {
        if (tree == null) {
            throw new IndexUnreadable("there is no " + type.getSimpleName());
        }
        return type.cast(read((Type) type, tree));
    }

    private static Object read(Type type, Object tree) {
        if (type instanceof ParameterizedType generic) {
            return readGeneric(generic, tree);
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isSealed() && tree instanceof Map<?, ?> map) {
            return readRecord(RecordShape.of(raw).permitted(String.valueOf(map.get(KIND))), map);
        }
        if (raw.isRecord() && tree instanceof Map<?, ?> map) {
            return readRecord(raw, map);
        }
        if (raw.isEnum() && tree instanceof String name) {
            return constant(raw, name);
        }
        if (raw == OptionalInt.class && tree instanceof Integer number) {
            return OptionalInt.of(number);
        }
        if ((raw == String.class && tree instanceof String)
                || ((raw == int.class || raw == Integer.class) && tree instanceof Integer)
                || (raw == boolean.class && tree instanceof Boolean)) {
            return tree;
        }
        throw new IndexUnreadable("a " + raw.getSimpleName() + " is written as " + tree);
    }

    private static Object readGeneric(ParameterizedType type, Object tree) {
        Type argument = type.getActualTypeArguments()[0];
        if (type.getRawType() == Optional.class) {
            return Optional.of(read(argument, tree));
        }
        if (type.getRawType() == List.class && tree instanceof List<?> list) {
            List<Object> read = new ArrayList<>();
            list.forEach(element -> read.add(read(argument, element)));
            return read;
        }
        if (type.getRawType() == Map.class && tree instanceof Map<?, ?> map) {
            Map<String, Object> read = new LinkedHashMap<>();
            map.forEach((key, element) -> read.put((String) key, read(type.getActualTypeArguments()[1], element)));
            return read;
        }
        throw new IndexUnreadable("a " + type + " is written as " + tree);
    }

    private static Object constant(Class<?> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IndexUnreadable(name + " is no known " + type.getSimpleName()));
    }

    private static Object readRecord(Class<?> type, Map<?, ?> tree) {
        RecordShape shape = RecordShape.of(type);
        Object[] values = new Object[shape.parts().size()];
        for (int i = 0; i < values.length; i++) {
            RecordShape.Part part = shape.parts().get(i);
            Object written = tree.get(part.name());
            values[i] = written == null ? absent(part, type) : read(part.generic(), written);
        }
        return shape.create(values);
    }

    private static Object absent(RecordShape.Part part, Class<?> owner) {
        Class<?> type = part.raw();
        if (type == Optional.class) {
            return Optional.empty();
        }
        if (type == OptionalInt.class) {
            return OptionalInt.empty();
        }
        if (type == List.class) {
            return List.of();
        }
        if (type == Map.class) {
            return Map.of();
        }
        if (type == boolean.class) {
            return false;
        }
        return part.plain()
                .orElseThrow(() -> new IndexUnreadable("a " + owner.getSimpleName() + " lacks its " + part.name()));
    }
}

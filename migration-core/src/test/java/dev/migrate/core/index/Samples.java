package dev.migrate.core.index;

import dev.migrate.core.migration.Migration;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Values of every record that an entry can hold, made from the types alone: a new operation is tested unasked. */
final class Samples {
    private int counter;

    /** A migration with every step, operation, constraint and recipe there is. */
    static Migration everything() {
        return (Migration) new Samples().of(Migration.class).get(0);
    }

    /** A migration of which nothing is known but the name. */
    static Migration bare(String className) {
        return read(className, "");
    }

    /** A bare migration with more components, as JSON. */
    static Migration read(String className, String components) {
        String simpleName = className.substring(className.lastIndexOf('.') + 1);
        return RecordTree.read(Migration.class, JsonText.readObject("""
                        {"className": "%s", "simpleName": "%s",
                         "place": {"file": "V1.java", "line": 1, "column": 0, "endLine": 1, "endColumn": 0,
                                   "start": -1, "end": -1},
                         "declaration": {} %s}""".formatted(className, simpleName, components)));
    }

    /** One value a permitted record of a sealed type, one for every other type. */
    private List<Object> of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric(generic);
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isSealed()) {
            return Arrays.stream(raw.getPermittedSubclasses())
                    .flatMap(permitted -> of(permitted).stream())
                    .toList();
        }
        if (raw.isRecord()) {
            return records(raw);
        }
        if (raw.isEnum()) {
            return List.of(raw.getEnumConstants()[0]);
        }
        if (raw == boolean.class) {
            return List.of(true);
        }
        if (raw == OptionalInt.class) {
            return List.of(OptionalInt.of(++counter));
        }
        if (raw == int.class || raw == Integer.class) {
            return List.of(++counter);
        }
        if (raw == String.class) {
            return List.of("text \"" + ++counter + "\"\n€");
        }
        throw new AssertionError("no sample of " + raw);
    }

    private List<Object> ofGeneric(ParameterizedType type) {
        Type argument = type.getActualTypeArguments()[0];
        if (type.getRawType() == List.class) {
            return List.of(of(argument));
        }
        if (type.getRawType() == Map.class) {
            Object value = of(type.getActualTypeArguments()[1]).get(0);
            return List.of(Map.of("c", value, "a", value, "b", value));
        }
        boolean function =
                argument instanceof ParameterizedType inner && inner.getRawType() == java.util.function.Function.class;
        return List.of(function ? Optional.empty() : Optional.of(of(argument).get(0)));
    }

    /** As many records as the component with the most values needs. */
    private List<Object> records(Class<?> type) {
        List<List<Object>> values = new ArrayList<>();
        List<Class<?>> types = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            types.add(component.getType());
            values.add(of(component.getGenericType()));
        }
        int records = values.stream().mapToInt(List::size).max().orElse(1);
        return IntStream.range(0, records)
                .mapToObj(number -> record(
                        type,
                        types.toArray(Class<?>[]::new),
                        values.stream()
                                .map(some -> some.get(number % some.size()))
                                .toArray()))
                .toList();
    }

    private static Object record(Class<?> type, Class<?>[] types, Object[] values) {
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException | IllegalArgumentException failed) {
            throw new AssertionError(type + " of " + List.of(values), failed);
        }
    }
}

package dev.migrate.engine.project;

import dev.migrate.engine.MigrateException.UserFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the recorder handed out, looked at for what only running the classes can show. */
final class Recording {
    private Recording() {}

    /**
     * Refuses classes that could not be run.
     *
     * @throws UserFailure for the first of them
     */
    static void refuseFailures(List<Map<String, Object>> recorded) {
        for (Map<String, Object> migration : recorded) {
            if (migration.get("failure") instanceof Map<?, ?> failure) {
                throw failed(migration, String.valueOf(failure.get("message")), failure.get("line"));
            }
        }
    }

    /**
     * Refuses migrations that describe other steps when they are asked again: what was checked would not be what runs.
     *
     * @throws UserFailure for the first of them
     */
    static void refuseDifferences(List<Map<String, Object>> first, List<Map<String, Object>> second) {
        for (int at = 0; at < first.size(); at++) {
            Map<String, Object> one = first.get(at);
            Map<String, Object> other = second.get(at);
            Optional<String> difference = difference(comparable(one), comparable(other));
            if (difference.isPresent()) {
                throw new UserFailure(
                        one.get("name") + " describes other steps each time it is asked",
                        "found:  " + difference.get(),
                        "fix:    take nothing from clocks, random numbers, environment or static state in up, down and"
                                + " verify");
            }
        }
    }

    private static UserFailure failed(Map<String, Object> migration, String message, @Nullable Object line) {
        if (message.contains("LinkageError")
                || message.contains("UnsupportedClassVersionError")
                || message.contains("NoClassDefFoundError")
                || message.contains("NoSuchMethodError")) {
            return ProjectLoader.unreadable(message, new IllegalStateException(message));
        }
        String name = String.valueOf(migration.get("name"));
        boolean lineKnown = line instanceof Integer number && number > 0;
        if (message.startsWith("java.lang.NoSuchMethodException") || message.startsWith("java.lang.IllegalAccess")) {
            return new UserFailure(
                    name + " cannot be instantiated",
                    "found:  " + message,
                    "fix:    make the class public, with a public constructor without parameters");
        }
        return new UserFailure(
                name + " cannot be read: " + message,
                "found:  " + migration.get("class") + (lineKnown ? ", line " + line + " of " + name + ".java" : ""),
                "note:   up, down and verify are called without a database and only describe");
    }

    private static Optional<String> difference(Object one, Object other) {
        if (Objects.equals(one, other)) {
            return Optional.empty();
        }
        if (one instanceof Map<?, ?> left
                && other instanceof Map<?, ?> right
                && left.keySet().equals(right.keySet())) {
            return left.keySet().stream()
                    .map(key -> difference(value(left, key), value(right, key)))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        if (one instanceof List<?> left && other instanceof List<?> right && left.size() == right.size()) {
            List<Optional<String>> differences = new ArrayList<>();
            for (int at = 0; at < left.size(); at++) {
                differences.add(difference(left.get(at), right.get(at)));
            }
            return differences.stream().flatMap(Optional::stream).findFirst();
        }
        return Optional.of("first " + one + ", then " + other);
    }

    private static Object value(Map<?, ?> map, Object key) {
        Object value = map.get(key);
        return value == null ? "nothing" : value;
    }

    /** The same with row functions, which are new objects each time, reduced to the fact that they are there. */
    private static Object comparable(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, element) -> copy.put(key, comparable(element)));
            return copy;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Recording::comparable).toList();
        }
        return value instanceof Function<?, ?> ? "a function" : value;
    }
}

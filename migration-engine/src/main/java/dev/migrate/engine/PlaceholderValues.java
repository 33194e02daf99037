package dev.migrate.engine;

import dev.migrate.engine.Settings.Origin;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Values of placeholders from where they are given, in the precedence of all settings. Names are compared without case:
 * a variable of the environment has none.
 */
final class PlaceholderValues {
    private static final String PROPERTY = "migrate.placeholders.";
    private static final String VARIABLE = "MIGRATE_PLACEHOLDERS_";

    private final Map<Origin, Map<String, String>> given = new EnumMap<>(Origin.class);

    void properties(Map<?, ?> properties, Origin origin) {
        properties.forEach((key, value) -> {
            if (key.toString().startsWith(PROPERTY)) {
                offer(key.toString().substring(PROPERTY.length()), value, origin);
            }
        });
    }

    void variables(Map<String, String> variables) {
        variables.forEach((name, value) -> {
            if (name.startsWith(VARIABLE)) {
                offer(name.substring(VARIABLE.length()).toLowerCase(Locale.ROOT), value, Origin.ENVIRONMENT);
            }
        });
    }

    void named(Map<String, String> values, Origin origin) {
        values.forEach((name, value) -> offer(name, value, origin));
    }

    /** An empty value counts, unlike that of a setting: a suffix may well be nothing. */
    private void offer(String name, @Nullable Object value, Origin origin) {
        if (!name.isBlank()) {
            given.computeIfAbsent(origin, first -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER))
                    .put(name, value == null ? "" : value.toString());
        }
    }

    Map<String, String> merged() {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Map<String, String> higherFirst : given.values()) {
            higherFirst.forEach(all::putIfAbsent);
        }
        return all;
    }
}

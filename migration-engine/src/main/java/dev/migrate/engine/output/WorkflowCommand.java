package dev.migrate.engine.output;

import dev.migrate.engine.MigrateException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A workflow command of GitHub Actions: a line that its runner makes an annotation of.
 *
 * @param name {@code error}, {@code warning} or {@code notice}
 * @param properties in the order in which they are written
 */
public record WorkflowCommand(String name, Map<String, String> properties, String message) {
    /** Copies the map, and keeps its order. */
    public WorkflowCommand {
        properties = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    static String error(MigrateException failure) {
        return new WorkflowCommand("error", Map.of("title", "migrate"), String.valueOf(failure.getMessage())).text();
    }

    /** The line, with what would end it or a property escaped. */
    public String text() {
        String list = properties.entrySet().stream()
                .map(property -> property.getKey() + "=" + escapedProperty(property.getValue()))
                .collect(Collectors.joining(","));
        return "::" + name + (list.isEmpty() ? "" : " " + list) + "::" + escaped(message);
    }

    private static String escaped(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String escapedProperty(String text) {
        return escaped(text).replace(":", "%3A").replace(",", "%2C");
    }
}

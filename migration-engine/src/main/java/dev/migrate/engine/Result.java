package dev.migrate.engine;

import dev.migrate.engine.output.Format;
import dev.migrate.engine.output.Json;
import dev.migrate.engine.output.View;
import java.util.Map;
import java.util.Optional;

/** What a command found or did, for people and for machines. */
public interface Result {
    /** The text for a terminal or log, several lines, without colours and without a trailing line break. */
    String text();

    /** The text as somebody looks at it: wrapped and coloured where the result can be. */
    default String text(View view) {
        return text();
    }

    /** One line that stands alone: what a failing build ends with. */
    default String headline() {
        return text().lines().findFirst().orElse("");
    }

    /**
     * The machine-readable form, documented in {@code docs/json.md}: maps, lists, strings, numbers, booleans; its first
     * key is {@code version}.
     */
    Map<String, Object> json();

    /** The result in a form; empty if it has none of that kind. */
    default Optional<String> in(Format format) {
        return switch (format) {
            case TEXT -> Optional.of(text());
            case JSON -> Optional.of(Json.text(json()));
            default -> Optional.empty();
        };
    }

    /** Whether the command's purpose failed (findings at error level, a check that does not hold): exit code 1. */
    default boolean failed() {
        return false;
    }
}

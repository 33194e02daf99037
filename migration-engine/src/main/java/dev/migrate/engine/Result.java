package dev.migrate.engine;

import java.util.Map;

/** What a command found or did, for people and for machines. */
public interface Result {
    /** The text for a terminal or log, several lines, without colours and without a trailing line break. */
    String text();

    /** One line that stands alone: what a failing build ends with. */
    default String headline() {
        return text().lines().findFirst().orElse("");
    }

    /**
     * The machine-readable form, documented in {@code docs/json.md}: maps, lists, strings, numbers, booleans; its first
     * key is {@code version}.
     */
    Map<String, Object> json();

    /** Whether the command's purpose failed (findings at error level, a check that does not hold): exit code 1. */
    default boolean failed() {
        return false;
    }
}

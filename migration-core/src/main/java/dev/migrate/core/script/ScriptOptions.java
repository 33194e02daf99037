package dev.migrate.core.script;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is said about a folder beside its files.
 *
 * @param location the folder, as it was given
 * @param postgres the oldest major version to judge; empty for the oldest known
 * @param baselineVersion the last version or name that the running release has already: its tables exist and hold rows
 * @param placeholders the values of {@code ${name}}
 */
public record ScriptOptions(
        String location, OptionalInt postgres, Optional<String> baselineVersion, Map<String, String> placeholders) {
    /** Copies the map. */
    public ScriptOptions {
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(postgres, "postgres");
        Objects.requireNonNull(baselineVersion, "baselineVersion");
        placeholders = Map.copyOf(placeholders);
    }
}

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
 * @param home the schema that a name without one means, where a schema to start with is given; its objects are read
 *     without it
 */
public record ScriptOptions(
        String location,
        OptionalInt postgres,
        Optional<String> baselineVersion,
        Map<String, String> placeholders,
        Optional<String> home) {
    /** What a name without a schema means on a server where nobody changed it. */
    public static final String PUBLIC = "public";

    /** Copies the map. */
    public ScriptOptions {
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(postgres, "postgres");
        Objects.requireNonNull(baselineVersion, "baselineVersion");
        Objects.requireNonNull(home, "home");
        placeholders = Map.copyOf(placeholders);
    }

    /** Without a schema to start with. */
    public ScriptOptions(
            String location, OptionalInt postgres, Optional<String> baselineVersion, Map<String, String> placeholders) {
        this(location, postgres, baselineVersion, placeholders, Optional.empty());
    }

    /** The same where names without a schema mean this one. */
    ScriptOptions at(String schema) {
        return new ScriptOptions(location, postgres, baselineVersion, placeholders, Optional.of(schema));
    }
}

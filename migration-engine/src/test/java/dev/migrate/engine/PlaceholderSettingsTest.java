package dev.migrate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the values of placeholders may be given, and which wins. */
class PlaceholderSettingsTest {
    private static final Map<String, String> POM = Map.of("owner", "pom", "Schema", "pom", "suffix", "");
    private static final Map<String, String> PROPERTIES =
            Map.of("migrate.placeholders.owner", "property", "migrate.placeholders.role", "property", "other", "no");

    @Test
    void theHigherPlaceWinsForEachNameByItself() {
        Map<String, String> values = Settings.builder()
                .placeholders(POM, PROPERTIES)
                .environment(
                        Map.of("MIGRATE_PLACEHOLDERS_SCHEMA", "environment", "MIGRATE_PLACEHOLDERS_N", "environment"))
                .commandLine(Map.of("migrate.placeholders.n", "command line"))
                .build()
                .placeholders();

        assertThat(values)
                .containsEntry("owner", "pom")
                .containsEntry("role", "property")
                .containsEntry("suffix", "")
                .containsEntry("n", "command line")
                .hasSize(5);
        assertThat(values.entrySet())
                .filteredOn(value -> value.getKey().equalsIgnoreCase("schema"))
                .extracting(Map.Entry::getValue)
                .containsExactly("environment");
    }
}

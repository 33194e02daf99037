package dev.migrate.engine.apply;

import dev.migrate.engine.Result;
import dev.migrate.engine.output.Json;
import dev.migrate.engine.output.Words;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** That a release was recorded. */
public record ReleaseResult(String release, String state, List<Part> parts) implements Result {
    /** Copies the list. */
    public ReleaseResult {
        parts = List.copyOf(parts);
    }

    /** One app and schema, and the migrations that the release contains. */
    public record Part(String app, String schema, List<String> migrations) {
        /** Copies the list. */
        public Part {
            migrations = List.copyOf(migrations);
        }
    }

    @Override
    public String text() {
        return parts.stream()
                .map(part -> part.app() + ", schema " + part.schema() + ": release " + release + " is recorded as "
                        + state + ", with " + Words.count(part.migrations().size(), "migration"))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = Json.envelope();
        json.put("release", release);
        json.put("state", state);
        json.put(
                "runs",
                parts.stream()
                        .map(part ->
                                Map.of("app", part.app(), "schema", part.schema(), "migrations", part.migrations()))
                        .toList());
        return json;
    }
}

package dev.migrate.engine.apply;

import dev.migrate.engine.Result;
import dev.migrate.engine.output.Json;
import dev.migrate.engine.output.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a rollback undid. */
public record RollbackResult(List<Part> parts) implements Result {
    /** Copies the list. */
    public RollbackResult {
        parts = List.copyOf(parts);
    }

    /**
     * One app and schema.
     *
     * @param undone the migrations, in the order in which they were undone
     * @param backup what was kept of the rows that went, for people
     */
    public record Part(String app, String schema, List<String> undone, Optional<String> backup) {
        /** Copies the list. */
        public Part {
            undone = List.copyOf(undone);
        }
    }

    @Override
    public String text() {
        return parts.stream()
                .map(part -> part.app() + ", schema " + part.schema() + ": "
                        + (part.undone().isEmpty()
                                ? "nothing to undo"
                                : "undid " + Words.count(part.undone().size(), "migration") + ": "
                                        + String.join(", ", part.undone()))
                        + part.backup().map(kept -> "\n  backup " + kept).orElse(""))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = Json.envelope();
        json.put(
                "runs",
                parts.stream()
                        .map(part -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("app", part.app());
                            one.put("schema", part.schema());
                            one.put("undone", part.undone());
                            one.put("backup", part.backup().orElse(""));
                            return one;
                        })
                        .toList());
        return json;
    }
}

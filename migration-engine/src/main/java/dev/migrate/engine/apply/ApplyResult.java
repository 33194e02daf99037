package dev.migrate.engine.apply;

import dev.migrate.engine.Result;
import dev.migrate.engine.output.Json;
import dev.migrate.engine.output.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an apply did.
 *
 * @param parts one for each app and schema
 * @param waitingFails whether waiting counts as failure
 */
public record ApplyResult(List<Part> parts, boolean waitingFails, Duration took) implements Result {
    /** Copies the list. */
    public ApplyResult {
        parts = List.copyOf(parts);
    }

    /**
     * One app and schema.
     *
     * @param direct whether the schema was empty, so that everything ran directly
     */
    public record Part(String app, String schema, List<Applied> applied, List<Waiting> waiting, boolean direct) {
        /** Copies the lists. */
        public Part {
            applied = List.copyOf(applied);
            waiting = List.copyOf(waiting);
        }
    }

    @Override
    public String text() {
        List<String> lines = new ArrayList<>();
        for (Part part : parts) {
            String where = part.app() + ", schema " + part.schema();
            lines.add(
                    part.applied().isEmpty()
                            ? where + ": nothing to apply"
                            : where + ": applied " + Words.count(part.applied().size(), "migration")
                                    + (part.direct() ? " directly, the schema was empty" : "") + " in "
                                    + Words.of(took));
            part.waiting().forEach(waiting -> lines.add("  " + waiting.name() + " waits for " + waiting.waitsFor()));
        }
        return String.join("\n", lines);
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = Json.envelope();
        List<Object> list = new ArrayList<>();
        for (Part part : parts) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("app", part.app());
            one.put("schema", part.schema());
            one.put("direct", part.direct());
            one.put("applied", part.applied().stream().map(ApplyResult::json).toList());
            one.put(
                    "waiting",
                    part.waiting().stream()
                            .map(waiting -> Map.of("migration", waiting.name(), "waitsFor", waiting.waitsFor()))
                            .toList());
            list.add(one);
        }
        json.put("runs", list);
        json.put("tookMillis", took.toMillis());
        return json;
    }

    private static Map<String, Object> json(Applied applied) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("migration", applied.name());
        one.put("tries", applied.tries());
        one.put("tookMillis", applied.tookMillis());
        return one;
    }

    @Override
    public boolean failed() {
        return waitingFails && parts.stream().anyMatch(part -> !part.waiting().isEmpty());
    }
}

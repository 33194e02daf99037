package dev.migrate.engine.baseline;

import dev.migrate.engine.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a baseline wrote.
 *
 * @param covered the migrations that count as done
 * @param tool whose history was copied
 * @param copied how many of its rows
 */
public record BaselineResult(String app, String schema, List<String> covered, Optional<String> tool, int copied)
        implements Result {
    /** Copies the list. */
    public BaselineResult {
        covered = List.copyOf(covered);
    }

    @Override
    public String text() {
        String done = covered.isEmpty()
                ? "no migration counts as done"
                : covered.size() == 1
                        ? covered.get(0) + " counts as done"
                        : covered.get(0) + " to " + covered.get(covered.size() - 1) + " count as done ("
                                + covered.size() + ")";
        return "adopted schema " + schema + " for " + app + ": " + done
                + tool.map(name ->
                                "\ncopied " + copied + (copied == 1 ? " row" : " rows") + " of " + name + "'s history")
                        .orElse("");
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", 1);
        json.put("app", app);
        json.put("schema", schema);
        json.put("covered", covered);
        tool.ifPresent(name -> json.put("tool", name));
        json.put("copied", copied);
        return json;
    }
}

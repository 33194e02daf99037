package dev.migrate.engine.backup;

import dev.migrate.engine.Result;
import dev.migrate.engine.output.Json;
import dev.migrate.engine.output.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was restored from a backup. */
public record RestoreResult(Path folder, List<Restore.Restored> tables) implements Result {
    /** Copies the list. */
    public RestoreResult {
        tables = List.copyOf(tables);
    }

    @Override
    public String text() {
        List<String> lines = new ArrayList<>();
        lines.add("restored " + Words.count(tables.size(), "table") + " from " + folder.getFileName()
                + ": row counts and content sums agree");
        tables.forEach(table -> lines.add("  " + table.into() + ": " + Words.count(table.rows(), "row")));
        return String.join("\n", lines);
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = Json.envelope();
        json.put("backup", folder.toString());
        json.put(
                "tables",
                tables.stream()
                        .map(table -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("table", table.into().toString());
                            one.put("rows", table.rows());
                            return one;
                        })
                        .toList());
        return json;
    }
}

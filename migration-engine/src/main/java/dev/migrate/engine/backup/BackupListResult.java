package dev.migrate.engine.backup;

import dev.migrate.engine.Result;
import dev.migrate.engine.output.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The complete backups of a folder, newest first. */
public record BackupListResult(Path directory, List<Backups.Backup> backups) implements Result {
    /** Copies the list. */
    public BackupListResult {
        backups = List.copyOf(backups);
    }

    @Override
    public String text() {
        if (backups.isEmpty()) {
            return "no backups in " + directory;
        }
        List<String> lines = new ArrayList<>(List.of("backups in " + directory + ", newest first"));
        backups.forEach(backup -> lines.add("  " + backup.summary()));
        return String.join("\n", lines);
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = Json.envelope();
        json.put("backups", backups.stream().map(BackupListResult::json).toList());
        return json;
    }

    static Map<String, Object> json(Backups.Backup backup) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("folder", backup.folder().toString());
        one.put("level", backup.manifest().level());
        one.put("createdAt", backup.manifest().createdAt());
        one.put("database", backup.manifest().database());
        one.put(
                "tables",
                backup.manifest().tables().stream()
                        .map(table -> {
                            Map<String, Object> saved = new LinkedHashMap<>();
                            saved.put("table", table.schema() + "." + table.name());
                            saved.put("rows", table.rows());
                            saved.put("bytes", table.bytes());
                            return saved;
                        })
                        .toList());
        return one;
    }
}

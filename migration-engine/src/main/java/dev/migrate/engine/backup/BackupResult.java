package dev.migrate.engine.backup;

import dev.migrate.engine.Result;
import dev.migrate.engine.output.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A backup that was made. */
public record BackupResult(Backups.Backup backup) implements Result {
    /** Refuses null. */
    public BackupResult {
        Objects.requireNonNull(backup, "backup");
    }

    @Override
    public String text() {
        return String.join(
                "\n",
                List.of(
                        "backed up " + backup.summary(),
                        "  in   " + backup.folder(),
                        "  back mvn migrate:restore -Dmigrate.backup="
                                + backup.folder().getFileName()));
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = Json.envelope();
        json.put("backup", BackupListResult.json(backup));
        return json;
    }
}

package dev.migrate.engine.backup;

import dev.migrate.engine.ProjectFiles;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Where a project's backups are, and what they are called. */
public final class BackupFiles {
    private final Settings settings;
    private final ProjectFiles project;

    /** The files of a project. */
    public BackupFiles(Settings settings, ProjectFiles project) {
        this.settings = settings;
        this.project = project;
    }

    /** The folder of all backups: {@link Setting#BACKUP_DIRECTORY}, or below the build directory. */
    public Path directory() {
        return settings.text(Setting.BACKUP_DIRECTORY)
                .map(named -> project.baseDirectory().resolve(named))
                .orElseGet(() -> project.buildDirectory().resolve("migrate").resolve("backups"));
    }

    /** A folder's name from its parts: what a file system could mind becomes an underscore. */
    public static String name(String... parts) {
        String name = Arrays.stream(parts)
                .map(part -> part.replaceAll("[^A-Za-z0-9._-]", "_"))
                .collect(Collectors.joining("-"));
        return name.substring(0, Math.min(100, name.length()));
    }
}

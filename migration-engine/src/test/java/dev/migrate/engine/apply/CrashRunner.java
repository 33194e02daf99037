package dev.migrate.engine.apply;

import dev.migrate.engine.Migrate;
import dev.migrate.engine.ProjectFiles;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import dev.migrate.engine.event.Events;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A runner in a process of its own, to be killed: arguments are the URL, the classes and the class path. */
public final class CrashRunner {
    private CrashRunner() {}

    /** Applies. */
    public static void main(String[] arguments) {
        Path classes = Path.of(arguments[1]);
        List<Path> classPath = Arrays.stream(arguments[2].split(File.pathSeparator))
                .map(Path::of)
                .toList();
        ProjectFiles files = new ProjectFiles(classes, classPath, List.of(), classes, classes);
        Settings settings = Settings.builder()
                .set(Setting.URL, arguments[0])
                .set(Setting.RETRY_PAUSE, "20ms")
                .set(Setting.LOCK_WAIT, "30s")
                .build();
        new Migrate(settings, files, Events.none()).apply();
        System.out.println("applied");
    }
}

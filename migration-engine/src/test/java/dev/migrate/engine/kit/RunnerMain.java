package dev.migrate.engine.kit;

import dev.migrate.engine.Migrate;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.ProjectFiles;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import dev.migrate.engine.event.Event;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The process of a {@link ForkedRunner}. Arguments: command, URL, classes, class path, settings. */
public final class RunnerMain {
    private RunnerMain() {}

    /** Gets ready, waits for a line, and runs the command; exit code 1 is a failure that the user is told of. */
    public static void main(String[] arguments) throws IOException {
        Path classes = Path.of(arguments[2]);
        List<Path> classPath = Arrays.stream(arguments[3].split(File.pathSeparator))
                .map(Path::of)
                .toList();
        Settings.Builder settings = Settings.builder()
                .set(Setting.URL, arguments[1])
                .set(Setting.RETRY_PAUSE, "20ms")
                .set(Setting.LOCK_WAIT, "30s")
                .set(Setting.BATCH_TIME, "5ms");
        for (String setting : Arrays.asList(arguments).subList(4, arguments.length)) {
            int mark = setting.indexOf('=');
            settings.set(Setting.valueOf(setting.substring(0, mark)), setting.substring(mark + 1));
        }
        Migrate migrate = new Migrate(
                settings.build(), new ProjectFiles(classes, classPath, List.of(), classes, classes), RunnerMain::tell);
        migrate.plan();
        System.out.println("ready");
        awaitGo();
        try {
            System.out.println((arguments[0].equals("rollback") ? migrate.rollback() : migrate.apply()).text());
            System.out.println("ended");
        } catch (UserFailure failure) {
            System.out.println(failure.getMessage());
            System.exit(1);
        }
    }

    private static void tell(Event event) {
        if (event instanceof Event.Note || event instanceof Event.Warning || event instanceof Event.LockTry) {
            System.out.println("event " + event);
        }
    }

    private static void awaitGo() throws IOException {
        int read = System.in.read();
        while (read >= 0 && read != '\n') {
            read = System.in.read();
        }
    }
}

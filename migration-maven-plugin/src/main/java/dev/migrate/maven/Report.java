package dev.migrate.maven;

import dev.migrate.engine.MigrateException;
import dev.migrate.engine.ProjectFiles;
import dev.migrate.engine.Result;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import dev.migrate.engine.output.Output;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** Shows a goal's result in the log or writes it to a file; JSON never goes to the log, where prefixes would spoil it. */
final class Report {
    private final Log log;
    private final Output output;
    private final Path baseDirectory;

    Report(Log log, Settings settings, ProjectFiles files, String goal) {
        this.log = log;
        this.baseDirectory = files.baseDirectory();
        Path byDefault = files.buildDirectory().resolve("migrate/" + goal + ".json");
        boolean toDefaultFile =
                settings.text(Setting.FORMAT).filter("json"::equals).isPresent()
                        && settings.text(Setting.OUTPUT).isEmpty();
        this.output = Output.of(
                toDefaultFile ? settings.with(Setting.OUTPUT, byDefault.toString()) : settings, baseDirectory);
    }

    /**
     * Shows a result.
     *
     * @throws MojoFailureException if it is a failure: the build fails, without a stack trace
     */
    void show(Result result) throws MojoFailureException {
        Optional<Path> file = output.write(result);
        if (file.isPresent()) {
            log.info("written to " + baseDirectory.relativize(file.get()));
        } else {
            result.text().lines().forEach(result.failed() ? log::error : log::info);
        }
        if (result.failed()) {
            throw new MojoFailureException(result.headline());
        }
    }

    /** Writes a failure where a machine waits for a result. */
    void record(MigrateException failure) {
        output.write(failure);
    }
}

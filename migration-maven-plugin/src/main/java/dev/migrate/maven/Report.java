package dev.migrate.maven;

import dev.migrate.engine.MigrateException;
import dev.migrate.engine.Result;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import dev.migrate.engine.check.CheckResult;
import dev.migrate.engine.output.Colours;
import dev.migrate.engine.output.Format;
import dev.migrate.engine.output.Output;
import dev.migrate.engine.output.Terminal;
import dev.migrate.engine.output.View;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/**
 * Shows a goal's result in the log or writes it to files; documents never go to the log, where prefixes would spoil them.
 * Findings of a build of several modules go into one document, below the folder that Maven was started in.
 */
final class Report {
    private static final String LOG_PREFIX = "[INFO] ";

    private final Log log;
    private final MavenSession session;
    private final Goal goal;
    private final Output output;

    /**
     * A report.
     *
     * @param settings say in which forms, and where to
     */
    Report(Log log, Settings settings, MavenSession session, Goal goal) {
        this.log = log;
        this.session = session;
        this.goal = goal;
        this.output = Output.of(
                settings,
                new Output.Context(
                        goal.name(),
                        fromPom(settings) || !goal.findings() ? goal.base() : root(),
                        (goal.findings() ? rootTarget() : goal.target()).resolve("migrate"),
                        goal.findings(),
                        true,
                        System.getenv()));
    }

    /**
     * What runs where.
     *
     * @param name of the goal
     * @param execution its id in the POM
     * @param findings whether its result is findings
     * @param base the module's folder
     * @param target the module's folder for what is built
     */
    record Goal(String name, String execution, boolean findings, Path base, Path target) {}

    /**
     * Shows a result.
     *
     * @throws MojoFailureException if it is a failure: the build fails, without a stack trace
     */
    void show(Result result) throws MojoFailureException {
        output.parts().forEach(part -> show(part, result));
        if (result.failed()) {
            throw new MojoFailureException(result.headline());
        }
    }

    private void show(Output.Part part, Result result) {
        if (part.file().isPresent()) {
            write(part.format(), part.file().get(), result);
        } else if (part.format() == Format.GITHUB) {
            showRaw(Output.render(part.format(), result));
        } else {
            result.text(view()).lines().forEach(result.failed() ? log::error : log::info);
        }
    }

    private void write(Format format, Path file, Result result) {
        if (format != Format.SUMMARY && result instanceof CheckResult check) {
            new ReactorReports(session).add(format, file, check, goal.execution(), root());
        } else {
            Output.write(format, file, Output.render(format, result));
        }
        log.info("written to " + (file.startsWith(goal.base()) ? goal.base().relativize(file) : file));
    }

    /** What the log puts before a line is lost to the text. */
    private View view() {
        boolean watched = session.getRequest().isInteractiveMode() && Terminal.present();
        boolean plain = Terminal.refusesColour(System.getenv())
                || "never".equals(session.getUserProperties().getProperty("style.color"));
        return new View(Terminal.width(watched, System.getenv()) - LOG_PREFIX.length(), new Colours(watched && !plain));
    }

    /**
     * Past the log: a workflow command is one only at the beginning of a line, and Maven 4 puts prefixes before System.out
     * too. In one write with a line break first: with -T another module may be in the middle of its line.
     */
    private static void showRaw(String text) {
        byte[] lines = ("\n" + text + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            new FileOutputStream(FileDescriptor.out).write(lines);
        } catch (IOException gone) {
            throw new UncheckedIOException("cannot write to the standard output", gone);
        }
    }

    /** Writes a failure where a machine waits for a result. */
    void record(MigrateException failure) {
        if (!goal.findings() || new ReactorReports(session).isEmpty()) {
            output.write(failure);
        }
    }

    private static boolean fromPom(Settings settings) {
        return settings.origin(Setting.FORMAT) == Settings.Origin.POM
                || settings.origin(Setting.OUTPUT) == Settings.Origin.POM;
    }

    private Path root() {
        return Path.of(session.getExecutionRootDirectory());
    }

    private Path rootTarget() {
        return root().equals(goal.base()) ? goal.target() : root().resolve("target");
    }
}

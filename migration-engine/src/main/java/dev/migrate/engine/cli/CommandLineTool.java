package dev.migrate.engine.cli;

import dev.migrate.engine.Migrate;
import dev.migrate.engine.MigrateException;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.Result;
import dev.migrate.engine.Settings;
import dev.migrate.engine.output.Colours;
import dev.migrate.engine.output.ConsoleEvents;
import dev.migrate.engine.output.Format;
import dev.migrate.engine.output.Output;
import dev.migrate.engine.output.Terminal;
import dev.migrate.engine.output.View;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParseResult;

/** The command line as a function of its arguments and surroundings. */
final class CommandLineTool {
    /** Done, and nothing to complain about. */
    static final int OK = 0;
    /** Something that the user can put right: findings, a refused migration, a database that is not as it should be. */
    static final int FAILED = 1;
    /** A malformed command line, or a fault of the tool or its surroundings. */
    static final int FAULT = 2;

    private final Surroundings world;

    CommandLineTool(Surroundings world) {
        this.world = world;
    }

    /** Runs one command and gives the exit code. */
    int run(String... arguments) {
        CommandLine tool = Grammar.commandLine(arguments);
        tool.setOut(world.out());
        tool.setErr(world.err());
        tool.setColorScheme(CommandLine.Help.defaultColorScheme(world.terminal() ? Ansi.ON : Ansi.OFF));
        tool.setExecutionStrategy(this::execute);
        return tool.execute(arguments);
    }

    private int execute(ParseResult parsed) {
        Integer helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            return helped;
        }
        if (!parsed.hasSubcommand()) {
            parsed.commandSpec().commandLine().usage(world.err());
            return FAULT;
        }
        return runCommand(new Invocation(parsed.subcommand(), world));
    }

    private int runCommand(Invocation invocation) {
        Output output = Output.text();
        try {
            Settings settings = invocation.settings();
            output = Output.of(settings, context(invocation));
            return runCommand(invocation, settings, output);
        } catch (MigrateException failure) {
            show(failure, output, invocation);
            return failure instanceof UserFailure ? FAILED : FAULT;
        }
    }

    private Output.Context context(Invocation invocation) {
        return new Output.Context(
                invocation.command().word(),
                world.workingDirectory(),
                invocation.project().buildDirectory().resolve("migrate"),
                invocation.command().givesFindings(),
                false,
                world.environment());
    }

    private int runCommand(Invocation invocation, Settings settings, Output output) {
        Result result;
        boolean watched = watched(invocation);
        try (ConsoleEvents events = new ConsoleEvents(world.err(), watched, colours(invocation), invocation.quiet())) {
            result = invocation.command().run(new Migrate(settings, invocation.project(), events));
        }
        output.write(result);
        for (Output.Part part : output.parts()) {
            if (part.file().isEmpty()) {
                String text = part.format() == Format.TEXT
                        ? result.text(view(invocation))
                        : Output.render(part.format(), result);
                boolean failed = part.format() == Format.TEXT && result.failed();
                world.out().println(failed ? colours(invocation).red(text) : text);
            }
        }
        return result.failed() ? FAILED : OK;
    }

    private View view(Invocation invocation) {
        return new View(Terminal.width(watched(invocation), world.environment()), colours(invocation));
    }

    private boolean watched(Invocation invocation) {
        return world.terminal() && !invocation.batch();
    }

    private Colours colours(Invocation invocation) {
        return new Colours(watched(invocation) && !invocation.plain() && !Terminal.refusesColour(world.environment()));
    }

    private void show(MigrateException failure, Output output, Invocation invocation) {
        output.write(failure);
        for (Output.Part part : output.parts()) {
            if (part.format() != Format.TEXT && part.file().isEmpty()) {
                Output.render(part.format(), failure).ifPresent(world.out()::println);
            }
        }
        if (output.machineReads()) {
            return;
        }
        world.err().println(colours(invocation).red("error: " + failure.getMessage()));
        if (failure.getCause() != null && invocation.wantsCauses()) {
            failure.getCause().printStackTrace(world.err());
        }
    }
}

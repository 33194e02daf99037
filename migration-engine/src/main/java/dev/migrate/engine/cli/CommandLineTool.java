package dev.migrate.engine.cli;

import dev.migrate.engine.Migrate;
import dev.migrate.engine.MigrateException;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.Result;
import dev.migrate.engine.Settings;
import dev.migrate.engine.output.Colours;
import dev.migrate.engine.output.ConsoleEvents;
import dev.migrate.engine.output.Output;
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
        CommandLine tool = Grammar.commandLine();
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
        Output output = new Output(false, java.util.Optional.empty());
        try {
            Settings settings = invocation.settings();
            output = Output.of(settings, world.workingDirectory());
            return runCommand(invocation, settings, output);
        } catch (MigrateException failure) {
            show(failure, output, invocation);
            return failure instanceof UserFailure ? FAILED : FAULT;
        }
    }

    private int runCommand(Invocation invocation, Settings settings, Output output) {
        Colours colours = new Colours(world.terminal());
        Result result;
        try (ConsoleEvents events = new ConsoleEvents(world.err(), world.terminal(), invocation.quiet())) {
            result = invocation.command().run(new Migrate(settings, invocation.project(), events));
        }
        if (output.write(result).isEmpty()) {
            String text = output.render(result);
            world.out().println(result.failed() && !output.json() ? colours.red(text) : text);
        }
        return result.failed() ? FAILED : OK;
    }

    private void show(MigrateException failure, Output output, Invocation invocation) {
        output.write(failure);
        if (output.json() && output.file().isEmpty()) {
            world.out().println(output.render(failure));
            return;
        }
        world.err().println(new Colours(world.terminal()).red("error: " + failure.getMessage()));
        if (failure.getCause() != null && invocation.wantsCauses()) {
            failure.getCause().printStackTrace(world.err());
        }
    }
}

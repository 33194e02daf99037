package dev.migrate.engine.cli;

import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.ProjectFiles;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ParseResult;

/** One command with its options, as the engine wants to have them. */
final class Invocation {
    private final ParseResult parsed;
    private final Surroundings world;

    Invocation(ParseResult parsed, Surroundings world) {
        this.parsed = parsed;
        this.world = world;
    }

    Command command() {
        return Command.valueOf(parsed.commandSpec().name().toUpperCase(Locale.ROOT));
    }

    boolean quiet() {
        return parsed.hasMatchedOption(Grammar.QUIET);
    }

    /** No progress bar, no question, no colour, even at a terminal. */
    boolean batch() {
        return parsed.hasMatchedOption(Grammar.BATCH);
    }

    /** No colour. */
    boolean plain() {
        return parsed.hasMatchedOption(Grammar.NO_COLOR);
    }

    boolean wantsCauses() {
        return parsed.hasMatchedOption(Grammar.CAUSES);
    }

    Settings settings() {
        Map<String, String> options = new HashMap<>();
        Map<String, String> defined = parsed.matchedOptionValue(Grammar.DEFINE, Map.of());
        options.putAll(defined);
        for (Setting setting : Setting.values()) {
            if (Grammar.hasOption(setting)) {
                String value = parsed.matchedOptionValue(Grammar.option(setting), null);
                if (value != null) {
                    options.put(setting.property(), value);
                }
            }
        }
        Settings.Builder builder = Settings.builder().pom(Map.of());
        passwordOfFile().ifPresent(password -> builder.set(Setting.PASSWORD, password));
        return builder.commandLine(world.properties())
                .commandLine(options)
                .environment(world.environment())
                .build();
    }

    ProjectFiles project() {
        Path base = world.workingDirectory();
        Path build = base.resolve(option(Grammar.BUILD_DIRECTORY).orElse("target"));
        return new ProjectFiles(
                base.resolve(option(Grammar.CLASSES).orElse("target/classes")),
                paths(Grammar.CLASS_PATH),
                paths(Grammar.SOURCES),
                build,
                base);
    }

    private Optional<String> option(String name) {
        return Optional.ofNullable(parsed.matchedOptionValue(name, null));
    }

    private List<Path> paths(String option) {
        return option(option).stream()
                .flatMap(paths -> Arrays.stream(paths.split(File.pathSeparator, -1)))
                .filter(path -> !path.isBlank())
                .flatMap(this::expanded)
                .toList();
    }

    /** {@code folder/*} stands for the jars in the folder, as for java itself. */
    private Stream<Path> expanded(String path) {
        if (!path.endsWith("*")) {
            return Stream.of(world.workingDirectory().resolve(path));
        }
        Path folder = world.workingDirectory().resolve(path.substring(0, path.length() - 1));
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UserFailure(
                    unreadable, "cannot list " + folder, "found:  " + Grammar.CLASS_PATH + " names " + path);
        }
    }

    private Optional<String> passwordOfFile() {
        Path named = parsed.matchedOptionValue(Grammar.PASSWORD_FILE, null);
        if (named == null) {
            return Optional.empty();
        }
        Path file = world.workingDirectory().resolve(named);
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst();
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            throw new UserFailure(
                    unreadable, "cannot read the password from " + file, "found:  " + Grammar.PASSWORD_FILE);
        }
    }
}

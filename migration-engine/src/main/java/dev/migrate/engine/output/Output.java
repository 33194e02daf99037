package dev.migrate.engine.output;

import dev.migrate.engine.MigrateException;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.Result;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * In which forms a result is given, and where each goes: {@code migrate.format=text,sarif:out/check.sarif}.
 *
 * @param parts in the order of the setting
 */
public record Output(List<Part> parts) {
    private static final String SUMMARY_FILE = "GITHUB_STEP_SUMMARY";

    /** Copies the list. */
    public Output {
        parts = List.copyOf(parts);
    }

    /**
     * A form and its place.
     *
     * @param file empty for the terminal or log
     */
    public record Part(Format format, Optional<Path> file) {}

    /**
     * Where a command stands.
     *
     * @param command its name
     * @param base what a relative file is relative to
     * @param documents the folder for documents that nobody gave a file
     * @param findings whether the command's result is findings, which have more forms
     * @param documentsInFiles whether a document never goes to the terminal or log
     * @param environment variables
     */
    public record Context(
            String command,
            Path base,
            Path documents,
            boolean findings,
            boolean documentsInFiles,
            Map<String, String> environment) {}

    /** Text for the terminal or log. */
    public static Output text() {
        return new Output(List.of(new Part(Format.TEXT, Optional.empty())));
    }

    /**
     * Reads the settings {@link Setting#FORMAT} and {@link Setting#OUTPUT}.
     *
     * @throws UserFailure if there is no such format, or two results would go to one place
     */
    public static Output of(Settings settings, Context context) {
        List<String> words = formats(settings, context);
        List<Part> parts = new ArrayList<>();
        for (String word : words) {
            parts.add(part(word, words.size() == 1, settings, context));
        }
        refuseSamePlace(parts);
        return new Output(parts);
    }

    /** What other commands have is passed over: one setting is for all commands of a build or a job. */
    private static List<String> formats(Settings settings, Context context) {
        List<String> words = settings.list(Setting.FORMAT);
        List<String> own = words.stream()
                .filter(word -> context.findings()
                        || Format.of(word.split(":", 2)[0], true)
                                .filter(Format::ofFindings)
                                .isEmpty())
                .toList();
        if (!own.isEmpty()) {
            return own;
        }
        return settings.origin(Setting.FORMAT) == Settings.Origin.COMMAND_LINE ? words : List.of(Format.TEXT.word());
    }

    private static Part part(String text, boolean alone, Settings settings, Context context) {
        String[] halves = text.split(":", 2);
        Format format = Format.of(halves[0], context.findings())
                .orElseThrow(() -> new UserFailure(
                        Setting.FORMAT.property() + " is \"" + text + "\", which is not one of "
                                + Format.words(context.findings()),
                        "found:  " + settings.source(Setting.FORMAT),
                        "note:   several are separated by commas, and each can have its file: json:FILE"));
        if (format == Format.SUMMARY) {
            return new Part(format, Optional.of(summaryFile(context)));
        }
        if (halves.length == 2) {
            return new Part(format, Optional.of(context.base().resolve(halves[1])));
        }
        Optional<Path> named = alone ? settings.text(Setting.OUTPUT).map(context.base()::resolve) : Optional.empty();
        boolean toFile = format.document() && (!alone || context.documentsInFiles());
        return new Part(
                format,
                named.or(() -> toFile
                        ? Optional.of(context.documents().resolve(context.command() + "." + format.extension()))
                        : Optional.empty()));
    }

    private static Path summaryFile(Context context) {
        String file = context.environment().getOrDefault(SUMMARY_FILE, "");
        if (file.isBlank()) {
            throw new UserFailure(
                    Setting.FORMAT.property() + " names summary, and there is no summary page to add to",
                    "found:  " + SUMMARY_FILE + " is not set: this is no job of GitHub Actions",
                    "or:     markdown, which gives the same text");
        }
        return Path.of(file);
    }

    private static void refuseSamePlace(List<Part> parts) {
        Set<Path> files = new HashSet<>();
        for (Part part : parts) {
            if (part.file().isPresent()
                    && !files.add(part.file().get().toAbsolutePath().normalize())) {
                throw new UserFailure(
                        "two formats would be written to " + part.file().get(),
                        "found:  " + Setting.FORMAT.property(),
                        "fix:    give each its own: json:FILE,sarif:FILE");
            }
        }
    }

    /** Whether one of them is meant for machines and goes where a person would read. */
    public boolean machineReads() {
        return parts.stream()
                .anyMatch(part -> part.format().document() && part.file().isEmpty());
    }

    /** The result in that form, without a trailing line break. */
    public static String render(Format format, Result result) {
        return result.in(format)
                .orElseThrow(() -> new IllegalArgumentException("this result has no form " + format.word()));
    }

    /** The failure in that form, without a trailing line break; empty if the form has no place for it. */
    public static Optional<String> render(Format format, MigrateException failure) {
        return switch (format) {
            case TEXT -> Optional.of(String.valueOf(failure.getMessage()));
            case JSON -> Optional.of(Json.text(Json.failure(failure)));
            case GITHUB -> Optional.of(WorkflowCommand.error(failure));
            case SARIF, MARKDOWN, SUMMARY -> Optional.empty();
        };
    }

    /** Writes a result to the files among the places. */
    public void write(Result result) {
        for (Part part : parts) {
            part.file().ifPresent(path -> write(part.format(), path, render(part.format(), result)));
        }
    }

    /** Writes a failure to the files where a machine waits for a result. */
    public void write(MigrateException failure) {
        for (Part part : parts) {
            if (part.format().document() && part.file().isPresent()) {
                render(part.format(), failure)
                        .ifPresent(text -> write(part.format(), part.file().get(), text));
            }
        }
    }

    /** Writes a text; a summary page is added to, every other file is made anew. */
    public static void write(Format format, Path path, String text) {
        try {
            Path folder = path.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            if (format == Format.SUMMARY) {
                Files.writeString(path, text + "\n\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } else {
                Files.writeString(path, text + "\n");
            }
        } catch (IOException unwritable) {
            throw new UserFailure(
                    unwritable,
                    "cannot write to " + path,
                    "found:  " + unwritable,
                    "fix:    another " + Setting.OUTPUT.property());
        }
    }
}

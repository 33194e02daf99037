package dev.migrate.engine.output;

import dev.migrate.engine.MigrateException;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.Result;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a result goes, and in which form.
 *
 * @param json whether the form is for machines
 * @param file the file; empty for the terminal or log
 */
public record Output(boolean json, Optional<Path> file) {
    /**
     * Reads the settings {@link Setting#FORMAT} and {@link Setting#OUTPUT}.
     *
     * @param baseDirectory what a relative file is relative to
     * @throws UserFailure if there is no such format
     */
    public static Output of(Settings settings, Path baseDirectory) {
        boolean json = settings.oneOf(Setting.FORMAT, "text", "json")
                .filter("json"::equals)
                .isPresent();
        return new Output(json, settings.text(Setting.OUTPUT).map(baseDirectory::resolve));
    }

    /** The result in its form, without a trailing line break. */
    public String render(Result result) {
        return json ? Json.text(result.json()) : result.text();
    }

    /** The failure in its form, without a trailing line break. */
    public String render(MigrateException failure) {
        return json ? Json.text(Json.failure(failure)) : String.valueOf(failure.getMessage());
    }

    /**
     * Writes a result to the file, if there is one.
     *
     * @return the file; empty if the caller has to show the result
     */
    public Optional<Path> write(Result result) {
        file.ifPresent(path -> write(path, render(result)));
        return file;
    }

    /** Writes a failure to the file, if a machine waits for one there. */
    public void write(MigrateException failure) {
        if (json) {
            file.ifPresent(path -> write(path, render(failure)));
        }
    }

    private static void write(Path path, String text) {
        try {
            Path folder = path.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(path, text + "\n");
        } catch (IOException unwritable) {
            throw new UserFailure(
                    unwritable,
                    "cannot write to " + path,
                    "found:  " + unwritable,
                    "fix:    another " + Setting.OUTPUT.property());
        }
    }
}

package dev.migrate.core.script;

import java.util.Objects;

/**
 * A file below a folder that is judged.
 *
 * @param path relative to the folder, with slashes: {@code V1__init.sql}, {@code 20240101_init/migration.sql}
 * @param shown as findings name it
 * @param unread why its text is not here; empty if it is
 */
public record ScriptFile(String path, String shown, String text, String unread) {
    private static final String JAVA = ".java";
    private static final String NESTED = "::";

    /** A file and its text. */
    public ScriptFile(String path, String shown, String text) {
        this(path, shown, text, "");
    }

    /** A file whose text was not read. */
    public static ScriptFile unread(String path, String shown, String because) {
        return new ScriptFile(path, shown, "", because);
    }

    /** Refuses null. */
    public ScriptFile {
        Objects.requireNonNull(unread, "unread");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(shown, "shown");
        Objects.requireNonNull(text, "text");
    }

    /** The last part of the path; of a class in a file of another name, the class's. */
    String fileName() {
        int nested = path.lastIndexOf(NESTED);
        return path.substring(nested < 0 ? path.lastIndexOf('/') + 1 : nested + NESTED.length());
    }

    /** Whether it is a source of Java. */
    boolean isJava() {
        return path.endsWith(JAVA);
    }

    /** The same file for one of its classes. */
    ScriptFile of(String simpleName) {
        String own = simpleName + JAVA;
        return fileName().equals(own) ? this : new ScriptFile(path + NESTED + own, shown, text, unread);
    }

    /** The name of the folder that holds it; empty for one directly in the judged folder. */
    String folderName() {
        int end = path.lastIndexOf('/');
        return end < 0 ? "" : path.substring(path.lastIndexOf('/', end - 1) + 1, end);
    }
}

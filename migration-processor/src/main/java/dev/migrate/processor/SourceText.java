package dev.migrate.processor;

import java.util.Objects;

/**
 * A source file as the compiler has it.
 *
 * @param file its path below the source folder, the same on every machine: it goes into the index
 * @param text as the compiler counts its offsets
 */
record SourceText(String file, String text) {
    SourceText {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(text, "text");
    }
}

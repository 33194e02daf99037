package dev.migrate.core.migration;

import java.util.Objects;

/**
 * A range in a source file. Lines and columns count from 1 (a tab is one column), the end is exclusive; offsets count
 * characters from 0. A reading that knows the line alone has column 0 and offsets -1.
 */
public record Place(String file, int line, int column, int endLine, int endColumn, int start, int end) {
    /** Refuses null. */
    public Place {
        Objects.requireNonNull(file, "file");
    }

    /** A place of which only the line is known. */
    public static Place line(String file, int line) {
        return new Place(file, line, 0, line, 0, -1, -1);
    }

    /**
     * A range of a text.
     *
     * @param start the first character's offset
     * @param end the offset after the last character
     */
    public static Place of(String file, String text, int start, int end) {
        int line = lineOf(text, start);
        int endLine = lineOf(text, end);
        return new Place(
                file, line, start - lineStart(text, start) + 1, endLine, end - lineStart(text, end) + 1, start, end);
    }

    /** The same range, its file named otherwise. */
    public Place in(String otherFile) {
        return new Place(otherFile, line, column, endLine, endColumn, start, end);
    }

    /** Whether offsets are known. */
    public boolean exact() {
        return start >= 0;
    }

    /** Whether the other range lies in this one; where offsets are not known, whether it begins on one of its lines. */
    public boolean contains(Place other) {
        if (!file.equals(other.file)) {
            return false;
        }
        return (exact() && other.exact())
                ? start <= other.start && other.end <= end
                : line <= other.line && other.line <= endLine;
    }

    private static int lineOf(String text, int offset) {
        int line = 1;
        for (int at = 0; at < offset; at++) {
            char here = text.charAt(at);
            boolean crlf = here == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
            if (here == '\n' || (here == '\r' && !crlf)) {
                line++;
            }
        }
        return line;
    }

    private static int lineStart(String text, int offset) {
        int at = offset;
        while (at > 0 && text.charAt(at - 1) != '\n' && text.charAt(at - 1) != '\r') {
            at--;
        }
        return at;
    }
}

package dev.migrate.core.source;

import com.github.javaparser.Position;
import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import dev.migrate.core.migration.Place;
import java.util.Arrays;

/**
 * A file's text with its lines. The parser counts lines and columns; all else counts characters, because compilers
 * disagree about the width of a tab.
 */
final class SourceText {
    private final String file;
    private final String text;
    private final int[] lineStarts;

    SourceText(String file, String text) {
        this.file = file;
        this.text = text;
        this.lineStarts = lineStarts(text);
    }

    String text() {
        return text;
    }

    Span span(Node node) {
        return node.getRange().map(this::span).orElse(Span.NONE);
    }

    Span span(Range range) {
        return new Span(offset(range.begin), Math.min(text.length(), offset(range.end) + 1));
    }

    Place place(Node node) {
        return place(span(node));
    }

    Place place(Span span) {
        if (!span.known()) {
            return Place.line(file, 1);
        }
        int line = lineOf(span.start());
        int endLine = lineOf(span.end());
        return new Place(
                file,
                line + 1,
                span.start() - lineStarts[line] + 1,
                endLine + 1,
                span.end() - lineStarts[endLine] + 1,
                span.start(),
                span.end());
    }

    private int offset(Position position) {
        int line = Math.max(0, Math.min(position.line - 1, lineStarts.length - 1));
        return Math.max(0, Math.min(lineStarts[line] + position.column - 1, text.length()));
    }

    private int lineOf(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found : -found - 2;
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[text.length() + 1];
        int lines = 1;
        for (int at = 0; at < text.length(); at++) {
            char here = text.charAt(at);
            boolean crlf = here == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
            if (here == '\n' || (here == '\r' && !crlf)) {
                starts[lines++] = at + 1;
            }
        }
        return Arrays.copyOf(starts, lines);
    }
}

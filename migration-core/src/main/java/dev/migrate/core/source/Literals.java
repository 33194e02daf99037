package dev.migrate.core.source;

import java.util.ArrayList;
import java.util.List;

/**
 * The value of string literals and text blocks, with the place of every character: Unicode escapes first, as the
 * language has it, then indentation, then escape sequences.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jls/se17/html/jls-3.html#jls-3.10.6">Text Blocks</a>
 */
final class Literals {
    private Literals() {}

    /** The value of a literal in quotes. */
    static Traced string(String source, Span literal) {
        return unescaped(characters(source, literal.start() + 1, literal.end() - 1));
    }

    /** The value of a text block. */
    static Traced textBlock(String source, Span literal) {
        List<Char> content = characters(source, literal.start() + 3, literal.end() - 3);
        int firstLine = 0;
        while (firstLine < content.size() && content.get(firstLine).value() != '\n') {
            firstLine++;
        }
        List<List<Char>> lines = lines(content.subList(Math.min(firstLine + 1, content.size()), content.size()));
        int indent = indent(lines);
        List<Char> stripped = new ArrayList<>();
        for (List<Char> line : lines) {
            stripped.addAll(withoutIndent(line, indent));
        }
        return unescaped(stripped);
    }

    /** A character of the text that the compiler sees, and where it stands; line ends are one {@code \n}. */
    private record Char(char value, int start, int end) {
        boolean white() {
            return Character.isWhitespace(value);
        }
    }

    private static List<Char> characters(String source, int from, int to) {
        List<Char> characters = new ArrayList<>();
        boolean escapable = true;
        int at = from;
        while (at < to) {
            char here = source.charAt(at);
            int end = at + 1;
            if (here == '\\' && escapable && end < to && source.charAt(end) == 'u') {
                while (end < to && source.charAt(end) == 'u') {
                    end++;
                }
                end = Math.min(end + 4, to);
                here = (char) hex(source.substring(Math.max(at, end - 4), end));
            } else if (here == '\r') {
                end = end < to && source.charAt(end) == '\n' ? end + 1 : end;
                here = '\n';
            }
            escapable = here != '\\' || !escapable;
            characters.add(new Char(here, at, end));
            at = end;
        }
        return characters;
    }

    private static int hex(String digits) {
        int value = 0;
        for (int at = 0; at < digits.length(); at++) {
            value = value * 16 + Math.max(0, Character.digit(digits.charAt(at), 16));
        }
        return value;
    }

    /** The lines, each with the line end that closes it. */
    private static List<List<Char>> lines(List<Char> content) {
        List<List<Char>> lines = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < content.size(); at++) {
            if (content.get(at).value() == '\n') {
                lines.add(content.subList(start, at + 1));
                start = at + 1;
            }
        }
        lines.add(content.subList(start, content.size()));
        return lines;
    }

    private static int indent(List<List<Char>> lines) {
        int indent = Integer.MAX_VALUE;
        for (int index = 0; index < lines.size(); index++) {
            List<Char> line = lines.get(index);
            boolean last = index == lines.size() - 1;
            if (last || !line.stream().allMatch(Char::white)) {
                indent = Math.min(indent, leading(line));
            }
        }
        return indent;
    }

    private static int leading(List<Char> line) {
        int count = 0;
        while (count < line.size() && line.get(count).white() && line.get(count).value() != '\n') {
            count++;
        }
        return count;
    }

    private static List<Char> withoutIndent(List<Char> line, int indent) {
        boolean ended = !line.isEmpty() && line.get(line.size() - 1).value() == '\n';
        int end = ended ? line.size() - 1 : line.size();
        while (end > 0 && line.get(end - 1).white()) {
            end--;
        }
        List<Char> stripped = new ArrayList<>(line.subList(Math.min(indent, end), end));
        if (ended) {
            stripped.add(line.get(line.size() - 1));
        }
        return stripped;
    }

    private static Traced unescaped(List<Char> characters) {
        StringBuilder text = new StringBuilder();
        List<Span> spans = new ArrayList<>();
        int at = 0;
        while (at < characters.size()) {
            int next = characters.get(at).value() == '\\' && at + 1 < characters.size()
                    ? escape(characters, at, text)
                    : plain(characters, at, text);
            Span span = new Span(
                    characters.get(at).start(), characters.get(next - 1).end());
            while (spans.size() < text.length()) {
                spans.add(span);
            }
            at = next;
        }
        return new Traced(
                text.toString(),
                spans.stream().mapToInt(Span::start).toArray(),
                spans.stream().mapToInt(Span::end).toArray());
    }

    private static int plain(List<Char> characters, int at, StringBuilder text) {
        text.append(characters.get(at).value());
        return at + 1;
    }

    private static int escape(List<Char> characters, int at, StringBuilder text) {
        char kind = characters.get(at + 1).value();
        if (kind >= '0' && kind <= '7') {
            return octal(characters, at + 1, text);
        }
        switch (kind) {
            case '\n' -> {}
            case 'b' -> text.append('\b');
            case 't' -> text.append('\t');
            case 'n' -> text.append('\n');
            case 'f' -> text.append('\f');
            case 'r' -> text.append('\r');
            case 's' -> text.append(' ');
            default -> text.append(kind);
        }
        return at + 2;
    }

    private static int octal(List<Char> characters, int first, StringBuilder text) {
        int limit = Math.min(characters.size(), first + (characters.get(first).value() <= '3' ? 3 : 2));
        int value = 0;
        int at = first;
        while (at < limit
                && characters.get(at).value() >= '0'
                && characters.get(at).value() <= '7') {
            value = value * 8 + characters.get(at).value() - '0';
            at++;
        }
        text.append((char) value);
        return at;
    }
}

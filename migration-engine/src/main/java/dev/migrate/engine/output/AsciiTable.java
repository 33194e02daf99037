package dev.migrate.engine.output;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table of text between {@code +---+} rules, as users of Flyway know it. */
public final class AsciiTable {
    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    /** A table with these columns and no row yet. */
    public AsciiTable(String... headings) {
        this.headings = List.of(headings);
    }

    /**
     * Adds a row.
     *
     * @param cells one a column; line breaks become spaces
     */
    public AsciiTable row(String... cells) {
        if (cells.length != headings.size()) {
            throw new IllegalArgumentException(cells.length + " cells in a table of " + headings.size() + " columns");
        }
        List<String> row = new ArrayList<>();
        for (String cell : cells) {
            row.add(cell.replaceAll("\\s+", " ").strip());
        }
        rows.add(row);
        return this;
    }

    /** Whether it has no row. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The table, without a trailing line break. */
    public String text() {
        String rule = IntStream.range(0, headings.size())
                .mapToObj(column -> "-".repeat(width(column) + 2))
                .collect(Collectors.joining("+", "+", "+"));
        List<String> lines = new ArrayList<>(List.of(rule, line(headings), rule));
        rows.forEach(row -> lines.add(line(row)));
        if (!rows.isEmpty()) {
            lines.add(rule);
        }
        return String.join("\n", lines);
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> length(row.get(column))).reduce(length(headings.get(column)), Math::max);
    }

    private String line(List<String> cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> cells.get(column) + " ".repeat(width(column) - length(cells.get(column))))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}

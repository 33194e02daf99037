package dev.migrate.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.migrate.benchmarks.Report.Counted;
import dev.migrate.engine.output.AsciiTable;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** A report as a table, or as one JSON object a line. */
final class Output {
    private static final int WIDTH = 110;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintStream out;

    Output(PrintStream out) {
        this.out = out;
    }

    void table(Report report) {
        out.println(report.title());
        out.println(figures(report.figures()).text());
        if (!report.statements().isEmpty()) {
            out.println();
            out.println("Our statements, those that differ in literals and numbers only as one:");
            out.println(statements(report.statements()).text());
        }
        report.notes().forEach(note -> out.println("note: " + note));
        report.figures().stream()
                .filter(Figure::missed)
                .forEach(figure -> out.println("missed: " + figure.measure() + " is " + number(figure.ours())
                        + ", the limit is " + number(figure.limit()) + " " + figure.unit()));
    }

    void jsonLines(String benchmark, Report report) throws JsonProcessingException {
        for (Figure figure : report.figures()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("benchmark", benchmark);
            object.put("measure", figure.measure());
            object.put("unit", figure.unit());
            object.put("ours", figure.ours());
            object.put("peers", figure.peers());
            figure.limit().ifPresent(limit -> object.put("limit", limit));
            figure.limit().ifPresent(limit -> object.put("verdict", figure.verdict()));
            out.println(JSON.writeValueAsString(object));
        }
        for (Counted counted : report.statements()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("benchmark", benchmark);
            object.put("run", counted.run());
            object.put("where", counted.where());
            object.put("count", counted.count());
            object.put("perMigration", counted.perMigration());
            object.put("statement", counted.text());
            out.println(JSON.writeValueAsString(object));
        }
    }

    private static AsciiTable figures(List<Figure> figures) {
        List<String> peers = List.copyOf(figures.get(0).peers().keySet());
        List<String> headings = new ArrayList<>(List.of("measure", "ours"));
        headings.addAll(peers);
        headings.addAll(List.of("limit", "", "unit"));
        AsciiTable table = new AsciiTable(headings.toArray(String[]::new));
        for (Figure figure : figures) {
            List<String> cells = new ArrayList<>(List.of(figure.measure(), number(figure.ours())));
            peers.forEach(peer -> cells.add(number(figure.peers().getOrDefault(peer, Double.NaN))));
            cells.addAll(List.of(number(figure.limit()), figure.verdict(), figure.unit()));
            table.row(cells.toArray(String[]::new));
        }
        return table;
    }

    private static AsciiTable statements(List<Counted> statements) {
        AsciiTable table = new AsciiTable("run", "where", "count", "per migration", "statement");
        for (Counted counted : statements) {
            table.row(
                    counted.run(),
                    counted.where(),
                    Long.toString(counted.count()),
                    number(counted.perMigration()),
                    shortened(counted.text()));
        }
        return table;
    }

    private static String shortened(String text) {
        return text.length() <= WIDTH ? text : text.substring(0, WIDTH - 1) + "…";
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : "";
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,d", (long) value)
                : String.format(Locale.ROOT, "%,.2f", value);
    }
}

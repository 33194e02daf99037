package dev.migrate.engine.apply;

import dev.migrate.engine.Result;
import dev.migrate.engine.output.AsciiTable;
import dev.migrate.engine.output.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** How far each migration is. */
public record StatusResult(List<Part> parts) implements Result {
    /** Copies the list. */
    public StatusResult {
        parts = List.copyOf(parts);
    }

    /**
     * One app and schema.
     *
     * @param edited names of applied migrations whose class says something else now
     */
    public record Part(String app, String schema, List<Line> lines, List<String> edited) {
        /** Copies the lists. */
        public Part {
            lines = List.copyOf(lines);
            edited = List.copyOf(edited);
        }
    }

    /**
     * One migration.
     *
     * @param state applied, baseline, pending, waiting, half applied, half undone, missing
     * @param appliedAt in UTC; empty if it is not begun
     * @param silences what its author accepted, and what else makes the rules silent or mild
     */
    public record Line(
            String name,
            String kind,
            String state,
            String appliedAt,
            String appliedBy,
            String note,
            Silences silences) {
        /** Refuses null. */
        public Line {
            Objects.requireNonNull(silences, "silences");
        }
    }

    @Override
    public String text() {
        return parts.stream().map(StatusResult::text).collect(Collectors.joining("\n\n"));
    }

    private static String text(Part part) {
        AsciiTable table = new AsciiTable("Migration", "Kind", "State", "Applied (UTC)", "By", "Note");
        for (Line line : part.lines()) {
            String note = part.edited().contains(line.name()) ? "edited since" : line.note();
            table.row(line.name(), line.kind(), line.state(), line.appliedAt(), line.appliedBy(), note);
        }
        return part.app() + ", schema " + part.schema() + "\n" + table.text() + accepted(part);
    }

    private static String accepted(Part part) {
        StringBuilder text = new StringBuilder();
        part.lines()
                .forEach(line -> line.silences()
                        .lines(line.name())
                        .forEach(one -> text.append("\n  ").append(one)));
        return text.toString();
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = Json.envelope();
        json.put("runs", parts.stream().map(StatusResult::json).toList());
        return json;
    }

    private static Map<String, Object> json(Part part) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("app", part.app());
        one.put("schema", part.schema());
        one.put(
                "migrations",
                part.lines().stream()
                        .map(line -> {
                            Map<String, Object> migration = new LinkedHashMap<>();
                            migration.put("migration", line.name());
                            migration.put("kind", line.kind());
                            migration.put("state", line.state());
                            migration.put("appliedAt", line.appliedAt());
                            migration.put("appliedBy", line.appliedBy());
                            migration.put("note", line.note());
                            migration.put("edited", part.edited().contains(line.name()));
                            line.silences().addTo(migration);
                            return migration;
                        })
                        .toList());
        return one;
    }
}

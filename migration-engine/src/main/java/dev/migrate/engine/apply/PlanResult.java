package dev.migrate.engine.apply;

import dev.migrate.core.plan.Undo;
import dev.migrate.core.plan.Unit;
import dev.migrate.engine.Result;
import dev.migrate.engine.output.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What an apply would run, what it costs, and the way back. */
record PlanResult(List<Part> parts) implements Result {
    PlanResult {
        parts = List.copyOf(parts);
    }

    /**
     * One app and schema.
     *
     * @param softened what new rules find, by migration
     */
    record Part(
            String app,
            String schema,
            List<Planned> plans,
            List<Waiting> waiting,
            Map<String, List<Silences.Softened>> softened) {
        Part {
            softened = Map.copyOf(softened);
            plans = List.copyOf(plans);
            waiting = List.copyOf(waiting);
        }
    }

    @Override
    public String text() {
        List<String> lines = new ArrayList<>();
        for (Part part : parts) {
            lines.add(part.app() + ", schema " + part.schema() + (part.plans().isEmpty() ? ": nothing to apply" : ""));
            for (Planned planned : part.plans()) {
                lines.add("  " + planned.plan().name()
                        + (planned.plan().direct() ? " (straight through: the schema is empty)" : ""));
                silences(part, planned).lines("    it").forEach(lines::add);
                lines.addAll(forward(planned));
                lines.add("    way back");
                lines.addAll(wayBack(planned));
            }
            part.waiting().forEach(one -> lines.add("  " + one.name() + " waits for " + one.waitsFor()));
            if (!part.plans().isEmpty()) {
                lines.addAll(forecast(part));
            }
        }
        return String.join("\n", lines);
    }

    private static Silences silences(Part part, Planned planned) {
        return Silences.of(planned.plan().migration(), part.softened());
    }

    private static List<String> forward(Planned planned) {
        List<String> lines = new ArrayList<>();
        List<Unit> units = planned.plan().units();
        for (int at = 0; at < units.size(); at++) {
            lines.add("    " + heading(units.get(at)));
            List<String> statements = units.get(at).statements();
            for (int number = 0; number < statements.size(); number++) {
                lines.add(indented(statements.get(number), "      "));
                if (!planned.plan().direct()) {
                    lines.add("        locks: "
                            + planned.costs().get(at).get(number).text());
                }
            }
            if (units.get(at) instanceof Unit.Batches batches) {
                lines.add("        locks: rows of " + batches.backfill().table() + ", one short batch at a time");
            }
        }
        return lines;
    }

    private static List<String> wayBack(Planned planned) {
        if (planned.undo().isEmpty()) {
            return List.of("      rollback shows again what is hidden, until apply drops it for good");
        }
        Undo undo = planned.undo().get();
        if (undo.impossible().isPresent()) {
            return List.of("      none: it " + undo.impossible().get());
        }
        List<String> lines = new ArrayList<>();
        for (Unit unit : undo.units()) {
            lines.add("      " + heading(unit));
            unit.statements().forEach(sql -> lines.add(indented(sql, "        ")));
        }
        return lines;
    }

    private static List<String> forecast(Part part) {
        List<String> lines = new ArrayList<>();
        names(part, Planned::needsWindow)
                .forEach(name -> lines.add("  forecast: " + name + " needs a maintenance window"));
        names(part, planned -> planned.holdsUp() && !planned.needsWindow())
                .forEach(name -> lines.add("  forecast: others wait while " + name + " works through a whole table"));
        return lines.isEmpty() ? List.of("  forecast: nothing needs a maintenance window") : lines;
    }

    private static List<String> names(Part part, Predicate<Planned> which) {
        return part.plans().stream()
                .filter(which)
                .map(planned -> planned.plan().name())
                .toList();
    }

    private static String indented(String sql, String indent) {
        return indent + sql.strip().replace("\n", "\n" + indent);
    }

    private static String heading(Unit unit) {
        if (unit instanceof Unit.Batches batches) {
            return "batches: fill " + batches.backfill().table() + "."
                    + batches.backfill().column();
        }
        return unit instanceof Unit.Alone ? "alone" : "one transaction";
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = Json.envelope();
        json.put("runs", parts.stream().map(PlanResult::json).toList());
        return json;
    }

    private static Map<String, Object> json(Part part) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("app", part.app());
        one.put("schema", part.schema());
        one.put(
                "migrations",
                part.plans().stream().map(planned -> json(part, planned)).toList());
        one.put(
                "waiting",
                part.waiting().stream()
                        .map(waiting -> Map.of("migration", waiting.name(), "waitsFor", waiting.waitsFor()))
                        .toList());
        return one;
    }

    private static Map<String, Object> json(Part part, Planned planned) {
        Map<String, Object> migration = new LinkedHashMap<>();
        List<Unit> units = planned.plan().units();
        List<Object> forward = new ArrayList<>();
        for (int at = 0; at < units.size(); at++) {
            Map<String, Object> unit = json(units.get(at));
            unit.put("costs", planned.costs().get(at).stream().map(Cost::json).toList());
            forward.add(unit);
        }
        migration.put("migration", planned.plan().name());
        migration.put("direct", planned.plan().direct());
        migration.put("needsWindow", planned.needsWindow());
        silences(part, planned).addTo(migration);
        migration.put("units", forward);
        migration.put(
                "wayBack",
                planned.undo().stream()
                        .flatMap(undo -> undo.units().stream())
                        .map(PlanResult::json)
                        .toList());
        migration.put("irreversible", planned.undo().flatMap(Undo::impossible).orElse(""));
        return migration;
    }

    private static Map<String, Object> json(Unit unit) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("form", heading(unit));
        one.put("statements", unit.statements());
        return one;
    }
}

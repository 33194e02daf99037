package dev.migrate.engine.apply;

import dev.migrate.core.plan.MigrationPlan;
import dev.migrate.core.plan.Undo;
import dev.migrate.core.plan.Unit;
import dev.migrate.engine.Result;
import dev.migrate.engine.output.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an apply would run, and the way back. */
public record PlanResult(List<Part> parts) implements Result {
    /** Copies the list. */
    public PlanResult {
        parts = List.copyOf(parts);
    }

    /** One app and schema; the ways back by migration. */
    public record Part(
            String app, String schema, List<MigrationPlan> plans, Map<String, Undo> undos, List<Waiting> waiting) {
        /** Copies the collections. */
        public Part {
            plans = List.copyOf(plans);
            undos = Map.copyOf(undos);
            waiting = List.copyOf(waiting);
        }
    }

    @Override
    public String text() {
        List<String> lines = new ArrayList<>();
        for (Part part : parts) {
            lines.add(part.app() + ", schema " + part.schema() + (part.plans().isEmpty() ? ": nothing to apply" : ""));
            for (MigrationPlan plan : part.plans()) {
                lines.add("  " + plan.name() + (plan.direct() ? " (straight through: the schema is empty)" : ""));
                plan.units().forEach(unit -> lines.addAll(lines(unit, "    ")));
                lines.add("    way back");
                lines.addAll(wayBack(part.undos().get(plan.name())));
            }
            part.waiting().forEach(one -> lines.add("  " + one.name() + " waits for " + one.waitsFor()));
        }
        return String.join("\n", lines);
    }

    private static List<String> wayBack(@org.jspecify.annotations.Nullable Undo undo) {
        if (undo == null) {
            return List.of();
        }
        if (undo.impossible().isPresent()) {
            return List.of("      none: it " + undo.impossible().get());
        }
        return undo.units().stream()
                .flatMap(unit -> lines(unit, "      ").stream())
                .toList();
    }

    private static List<String> lines(Unit unit, String indent) {
        List<String> lines = new ArrayList<>();
        lines.add(indent + heading(unit));
        unit.statements().forEach(sql -> lines.add(indent + "  " + sql.strip().replace("\n", "\n  " + indent)));
        return lines;
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
                part.plans().stream()
                        .map(plan -> {
                            Map<String, Object> migration = new LinkedHashMap<>();
                            Undo undo = part.undos().get(plan.name());
                            migration.put("migration", plan.name());
                            migration.put("direct", plan.direct());
                            migration.put(
                                    "units",
                                    plan.units().stream().map(PlanResult::json).toList());
                            migration.put(
                                    "wayBack",
                                    undo == null
                                            ? List.of()
                                            : undo.units().stream()
                                                    .map(PlanResult::json)
                                                    .toList());
                            migration.put(
                                    "irreversible",
                                    undo == null ? "" : undo.impossible().orElse(""));
                            return migration;
                        })
                        .toList());
        one.put(
                "waiting",
                part.waiting().stream()
                        .map(waiting -> Map.of("migration", waiting.name(), "waitsFor", waiting.waitsFor()))
                        .toList());
        return one;
    }

    private static Map<String, Object> json(Unit unit) {
        return Map.of("form", heading(unit), "statements", unit.statements());
    }
}

package dev.migrate.engine.apply;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.finding.Finding.Level;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.migration.Acceptance;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.rule.Judge;
import dev.migrate.core.rule.Novices;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What makes the rules silent about a migration, or mild.
 *
 * @param accepted by its author
 * @param closed the closed release that it is part of, whose findings are silent; empty if there is none
 * @param softened what is a warning because its rule is new
 */
public record Silences(List<Acceptance> accepted, String closed, List<Softened> softened) {
    /** Copies the lists. */
    public Silences {
        accepted = List.copyOf(accepted);
        softened = List.copyOf(softened);
    }

    /** Nothing. */
    static Silences none() {
        return new Silences(List.of(), "", List.of());
    }

    /** A finding that is a warning, and why. */
    public record Softened(String rule, String on, String because) {}

    /** Of a migration. */
    static Silences of(Migration migration, Map<String, List<Softened>> softened) {
        return new Silences(
                migration.accepted(),
                migration.closed() ? migration.release().orElse("") : "",
                softened.getOrDefault(migration.simpleName(), List.of()));
    }

    /** What new rules find, by the migration that runs it; the rules are asked only where one is new. */
    static Map<String, List<Softened>> softened(MigrationGraph graph) {
        return Novices.none() ? Map.of() : softened(Judge.judge(graph));
    }

    static Map<String, List<Softened>> softened(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.level() == Level.WARNING)
                .filter(finding -> Novices.whySoftened(finding.rule()).isPresent())
                .collect(Collectors.groupingBy(
                        Finding::runBy,
                        Collectors.mapping(
                                finding -> new Softened(
                                        finding.rule(),
                                        finding.object(),
                                        Novices.whySoftened(finding.rule()).orElse("")),
                                Collectors.toList())));
    }

    /** One line each, which begins with the migration's name. */
    List<String> lines(String name) {
        List<String> lines = new ArrayList<>();
        accepted.forEach(
                one -> lines.add(name + " accepts " + one.hazard() + " on " + one.on() + " because " + one.because()));
        if (!closed.isEmpty()) {
            lines.add(name + " is part of release " + closed + ", which is closed: it is not judged any more");
        }
        softened.forEach(
                one -> lines.add(name + " has a warning of " + one.rule() + " on " + one.on() + ": " + one.because()));
        return lines;
    }

    /** Adds the keys that {@code docs/json.md} documents. */
    void addTo(Map<String, Object> json) {
        json.put("accepted", accepted.stream().map(Silences::json).toList());
        json.put("closed", closed);
        json.put("softened", softened.stream().map(Silences::json).toList());
    }

    private static Map<String, Object> json(Acceptance acceptance) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("hazard", acceptance.hazard().name());
        one.put("on", acceptance.on());
        one.put("because", acceptance.because());
        return one;
    }

    private static Map<String, Object> json(Softened softened) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("rule", softened.rule());
        one.put("on", softened.on());
        one.put("because", softened.because());
        return one;
    }
}

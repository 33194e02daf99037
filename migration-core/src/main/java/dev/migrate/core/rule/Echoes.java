package dev.migrate.core.rule;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.Place;
import dev.migrate.core.migration.Step;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One cause, one finding: where two rules speak about one step, the one that owns the cause is heard. */
final class Echoes {
    private static final Map<String, Rule> RULES =
            Rules.all().stream().collect(Collectors.toMap(Rule::name, Function.identity()));

    private final Map<String, List<Finding>> findings;
    private final Map<String, List<Migration>> migrations;

    private Echoes(List<Finding> findings, MigrationGraph graph) {
        this.findings = findings.stream().collect(Collectors.groupingBy(Finding::migration));
        this.migrations = graph.migrations().stream().collect(Collectors.groupingBy(Migration::simpleName));
    }

    /** The findings without those that yield to another one at the same step. */
    static List<Finding> removed(List<Finding> findings, MigrationGraph graph) {
        Echoes echoes = new Echoes(findings, graph);
        return findings.stream().filter(finding -> !echoes.isEcho(finding)).toList();
    }

    private boolean isEcho(Finding finding) {
        Rule rule = RULES.get(finding.rule());
        return rule != null
                && findings.getOrDefault(finding.migration(), List.of()).stream()
                        .filter(other -> !other.rule().equals(finding.rule()) && rule.yieldsTo(other))
                        .anyMatch(other -> atOneStep(finding, other));
    }

    private boolean atOneStep(Finding one, Finding other) {
        return steps(one).anyMatch(step -> covers(step, one.place()) && covers(step, other.place()));
    }

    private Stream<Step> steps(Finding finding) {
        return migrations.getOrDefault(finding.migration(), List.of()).stream()
                .filter(migration ->
                        migration.place().file().equals(finding.place().file()))
                .flatMap(Echoes::steps);
    }

    private static Stream<Step> steps(Migration migration) {
        return Stream.concat(migration.up().stream(), migration.atContract().stream());
    }

    /** An operation's text can be a constant that stands elsewhere in the file. */
    private static boolean covers(Step step, Place place) {
        return step.place().contains(place)
                || step.operations().stream().anyMatch(placed -> placed.place().equals(place));
    }
}

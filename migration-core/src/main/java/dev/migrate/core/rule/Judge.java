package dev.migrate.core.rule;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.finding.Suppressed;
import dev.migrate.core.finding.Verdict;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.migration.Acceptance;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.rule.order.OrderRules;
import dev.migrate.core.rule.safety.SafetyJudge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks every rule about every migration. Pure: the same graph gives the same findings in the same order. */
public final class Judge {
    private Judge() {}

    /** Judges with {@link JudgeOptions#standard()}. */
    public static List<Finding> judge(MigrationGraph graph) {
        return judge(graph, JudgeOptions.standard());
    }

    /** Judges all migrations of the graph; those of closed releases are folded and silent. */
    public static List<Finding> judge(MigrationGraph graph, JudgeOptions options) {
        return verdict(graph, options).findings();
    }

    /** Judges as {@link #judge}, and tells also what was accepted. */
    public static Verdict verdict(MigrationGraph graph, JudgeOptions options) {
        List<Finding> findings = new ArrayList<>();
        OrderRules.graph().stream()
                .filter(rule -> !graph.isSql() || rule.judgesSql())
                .forEach(rule -> findings.addAll(rule.check(graph)));
        SafetyJudge.Verdict verdict = SafetyJudge.judge(graph, options);
        findings.addAll(verdict.findings());
        graph.migrations().stream()
                .filter(migration -> migration.app().isPresent() && !migration.closed())
                .forEach(migration -> findings.addAll(acceptances(migration, verdict)));
        Novices novices = new Novices(options.tool());
        Comparator<Finding> order = order(graph);
        return new Verdict(
                Echoes.removed(findings, graph).stream()
                        .map(novices::softened)
                        .sorted(order)
                        .toList(),
                verdict.accepted().stream()
                        .sorted(Comparator.comparing(Suppressed::finding, order))
                        .toList());
    }

    private static List<Finding> acceptances(Migration migration, SafetyJudge.Verdict verdict) {
        List<Finding> findings = new ArrayList<>();
        for (Acceptance acceptance : migration.accepted()) {
            boolean used = verdict.used().contains(acceptance);
            for (AcceptanceRule rule : OrderRules.acceptance()) {
                rule.check(acceptance, migration, used).ifPresent(findings::add);
            }
        }
        return findings;
    }

    /** In the order of the migrations, and within one by place; equal places keep the order of the rules. */
    private static Comparator<Finding> order(MigrationGraph graph) {
        Map<String, Integer> order = new HashMap<>();
        graph.migrations().forEach(migration -> order.putIfAbsent(migration.simpleName(), order.size()));
        return Comparator.comparingInt((Finding finding) -> order.getOrDefault(finding.migration(), -1))
                .thenComparing(finding -> finding.place().file())
                .thenComparingInt(finding -> finding.place().line())
                .thenComparingInt(finding -> finding.place().column());
    }
}

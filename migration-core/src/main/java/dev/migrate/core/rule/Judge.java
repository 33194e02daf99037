package dev.migrate.core.rule;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.rule.order.OrderRules;
import java.util.ArrayList;
import java.util.List;

/** Asks every rule about every migration. Pure: the same graph gives the same findings in the same order. */
public final class Judge {
    private Judge() {}

    /** Judges with {@link JudgeOptions#standard()}. */
    public static List<Finding> judge(MigrationGraph graph) {
        return judge(graph, JudgeOptions.standard());
    }

    /** Judges all migrations of the graph; those of closed releases are folded and silent. */
    public static List<Finding> judge(MigrationGraph graph, JudgeOptions options) {
        List<Finding> findings = new ArrayList<>();
        OrderRules.graph().forEach(rule -> findings.addAll(rule.check(graph)));
        return List.copyOf(findings);
    }
}

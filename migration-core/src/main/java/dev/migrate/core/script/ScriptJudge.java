package dev.migrate.core.script;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.finding.Verdict;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.PlacedOperation;
import dev.migrate.core.migration.Step;
import dev.migrate.core.operation.DdlOperation.Opaque;
import dev.migrate.core.rule.Judge;
import dev.migrate.core.rule.JudgeOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The verdict on a history of files: what the rules say, and what only files of SQL have. */
public final class ScriptJudge {
    /** A statement that could not be read; the name of the page. */
    public static final String OPAQUE = "Opaque";

    private static final int SHOWN = 60;

    private ScriptJudge() {}

    /** Judges a history; the findings are in the order in which the files run. */
    public static Verdict judge(ScriptHistory history, JudgeOptions options) {
        Verdict ofRules = Judge.verdict(MigrationGraph.inOrder(history.migrations()), options);
        List<Finding> findings = new ArrayList<>(history.findings());
        findings.addAll(ofRules.findings());
        history.migrations().stream()
                .filter(migration -> !migration.closed())
                .forEach(migration -> addUnread(migration, findings));
        findings.addAll(StrongLocks.of(history.migrations(), options.start(), options.newest(), ofRules));
        return new Verdict(sorted(findings, history.migrations()), ofRules.suppressed());
    }

    private static void addUnread(Migration migration, List<Finding> findings) {
        for (Step step : migration.up()) {
            for (PlacedOperation placed : step.operations()) {
                if (placed.operation() instanceof Opaque opaque && step instanceof Step.Statement statement) {
                    findings.add(unread(migration, statement, placed, opaque));
                }
            }
        }
    }

    private static Finding unread(
            Migration migration, Step.Statement statement, PlacedOperation placed, Opaque opaque) {
        String words =
                statement.sql().map(ScriptJudge::firstWords).orElseGet(() -> "a call in " + migration.simpleName());
        return Unread.finding(
                placed.place(), migration.simpleName(), "not read: " + words + " (" + opaque.reason() + ")");
    }

    private static String firstWords(String sql) {
        String line = sql.substring(0, Math.min(sql.length(), SHOWN * 3)).replaceAll("\\s+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }

    private static List<Finding> sorted(List<Finding> findings, List<Migration> migrations) {
        Map<String, Integer> order = new HashMap<>();
        migrations.forEach(migration -> order.putIfAbsent(migration.simpleName(), order.size()));
        return findings.stream()
                .sorted(Comparator.comparingInt((Finding finding) -> order.getOrDefault(finding.migration(), -1))
                        .thenComparingInt(finding -> finding.place().line())
                        .thenComparingInt(finding -> finding.place().column()))
                .toList();
    }
}

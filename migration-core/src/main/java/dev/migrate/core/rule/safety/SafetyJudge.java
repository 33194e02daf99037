package dev.migrate.core.rule.safety;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.finding.Suppressed;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.graph.RunOperation;
import dev.migrate.core.migration.Acceptance;
import dev.migrate.core.migration.Kind;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.operation.Effects;
import dev.migrate.core.rule.JudgeOptions;
import dev.migrate.core.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Folds each app's migrations in order and asks the rules about every operation. What an expand declares for a contract
 * that is not written yet is judged against the schema at the end.
 */
public final class SafetyJudge {
    private final MigrationGraph graph;
    private final JudgeOptions options;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Suppressed> accepted = new ArrayList<>();
    private final Set<Acceptance> used = new HashSet<>();

    private SafetyJudge(MigrationGraph graph, JudgeOptions options) {
        this.graph = graph;
        this.options = options;
    }

    /**
     * What the rules found, and which acceptances silenced something.
     *
     * @param findings in the order of the migrations
     * @param accepted what was found and accepted
     */
    public record Verdict(List<Finding> findings, List<Suppressed> accepted, Set<Acceptance> used) {
        /** Copies all. */
        public Verdict {
            findings = List.copyOf(findings);
            accepted = List.copyOf(accepted);
            used = Set.copyOf(used);
        }
    }

    /** Judges all apps. */
    public static Verdict judge(MigrationGraph graph, JudgeOptions options) {
        SafetyJudge judge = new SafetyJudge(graph, options);
        graph.apps().forEach(judge::judgeApp);
        return new Verdict(judge.findings, judge.accepted, judge.used);
    }

    private void judgeApp(String app) {
        Schema schema = options.start();
        Set<Migration> contracted = new HashSet<>();
        for (Migration migration : graph.migrations(app)) {
            boolean contract = migration.kinds().contains(Kind.CONTRACT);
            if (contract && !runs(migration, contracted)) {
                continue;
            }
            schema = judge(graph.operations(migration), contract ? Optional.of(migration) : Optional.empty(), schema);
        }
        for (Migration expand : graph.migrations(app)) {
            if (expand.kinds().contains(Kind.EXPAND) && !contracted.contains(expand)) {
                judgeDeclared(expand, schema);
            }
        }
    }

    /** Whether it is the one contract of an expand before it; the others have a finding of their own. */
    private boolean runs(Migration contract, Set<Migration> contracted) {
        return graph.expandOf(contract)
                .filter(expand -> MigrationGraph.before(expand, contract))
                .filter(contracted::add)
                .isPresent();
    }

    /** The sub-commands that follow in the same ALTER TABLE: it takes the strongest of all locks at its start. */
    private static List<RunOperation> sameStatement(List<RunOperation> operations, int at) {
        RunOperation run = operations.get(at);
        return operations.subList(at + 1, operations.size()).stream()
                .takeWhile(next -> next.step().equals(run.step())
                        && next.operation().onTable().equals(run.operation().onTable()))
                .toList();
    }

    private void judgeDeclared(Migration expand, Schema end) {
        judge(MigrationGraph.contractHalf(expand), Optional.of(expand), end);
    }

    /**
     * Judges what one migration runs.
     *
     * @param contract the contract that runs it, or its expand while there is none; empty for a migration's own steps
     * @return the schema after it
     */
    private Schema judge(List<RunOperation> operations, Optional<Migration> contract, Schema start) {
        Schema schema = start.withDefaultPath();
        Novelty novelty = Novelty.NONE;
        OpenTransaction transaction = OpenTransaction.NONE;
        for (int at = 0; at < operations.size(); at++) {
            RunOperation run = operations.get(at).resolved(schema);
            transaction = transaction.at(run);
            if (!run.author().closed()) {
                OperationJudge judge = new OperationJudge(
                        graph,
                        run,
                        contract,
                        schema,
                        novelty,
                        transaction.with(sameStatement(operations, at), schema, options.newest(), novelty),
                        operations.subList(at + 1, operations.size()));
                findings.addAll(judge.findings(options));
                accepted.addAll(judge.accepted());
                used.addAll(judge.used());
            }
            transaction = transaction.after(run, Effects.of(run.operation(), schema, options.newest(), novelty::isNew));
            novelty = novelty.after(run.operation(), schema);
            schema = schema.apply(run.operation());
        }
        return schema;
    }
}

package dev.migrate.core.rule.order;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.graph.RunOperation;
import dev.migrate.core.migration.Kind;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.Step;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.rule.GraphRule;
import dev.migrate.core.rule.OrderRule;
import dev.migrate.core.schema.Inverses;
import dev.migrate.core.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Flags a step whose inverse can neither be derived nor is written, once a migration; at the first such step, because a
 * {@code down} for the whole migration settles all of them. Recipes bring their own way back. Silent where another rule
 * refuses the step.
 */
final class MissingWayBack implements GraphRule {
    @Override
    public List<Finding> check(MigrationGraph graph) {
        List<Finding> findings = new ArrayList<>();
        for (String app : graph.apps()) {
            Schema schema = Schema.empty();
            Set<Migration> declared = new HashSet<>();
            for (Migration migration : graph.migrations(app)) {
                List<RunOperation> operations = graph.operations(migration);
                check(migration, operations, schema).ifPresent(findings::add);
                graph.expandOf(migration).ifPresent(declared::add);
                schema = schema.apply(
                        operations.stream().map(RunOperation::operation).toList());
            }
            Schema end = schema;
            graph.migrations(app).stream()
                    .filter(migration -> migration.kinds().contains(Kind.EXPAND) && !declared.contains(migration))
                    .forEach(expand -> check(expand, MigrationGraph.contractHalf(expand), end)
                            .ifPresent(findings::add));
        }
        return findings;
    }

    /** The fix of what is wrong with the step decides what there is to undo. */
    @Override
    public boolean yieldsTo(Finding other) {
        return other.level() == Finding.Level.ERROR;
    }

    private static Optional<Finding> check(Migration migration, List<RunOperation> operations, Schema start) {
        Schema schema = start;
        for (RunOperation run : operations) {
            if (!hasWayBack(run, migration, schema)) {
                return Optional.of(finding(run));
            }
            schema = schema.apply(run.operation());
        }
        return Optional.empty();
    }

    private static boolean hasWayBack(RunOperation run, Migration migration, Schema before) {
        Migration author = run.author();
        boolean ownSteps = author.equals(migration) && author.up().contains(run.step());
        return author.closed()
                || author.irreversible().isPresent()
                || migration.irreversible().isPresent()
                || (ownSteps && author.down().isPresent())
                || run.step() instanceof Step.RecipeUse
                || (run.step() instanceof Step.Statement statement
                        && statement.inverse().isPresent())
                || Inverses.derivable(run.operation(), before);
    }

    private static Finding finding(RunOperation run) {
        Migration author = run.author();
        Draft draft = Draft.of(
                        OrderRule.MISSING_WAY_BACK,
                        author,
                        run.placed().place(),
                        author.simpleName() + " has no way back from " + Loss.what(run.operation()))
                .effect(Loss.why(run.operation()) + ", so migrate:rollback could not undo it")
                .needed("the inverse, or the reason why there is none");
        String irreversible = "@Irreversible(because = \"…\") on " + author.simpleName();
        return author.up().contains(run.step())
                ? draft.fix("override down(RiskySteps steps) in " + author.simpleName())
                        .or(irreversible)
                        .finding()
                : draft.fix(".down(\"…\") on this sql(…), with the statements that undo it")
                        .or(irreversible)
                        .finding();
    }
}

package dev.migrate.core.rule.order;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.rule.OrderRule;
import java.util.List;

/** Flags every contract of an expand but the first; at the expand that the later one names. */
final class SecondContract implements MigrationRule {
    @Override
    public List<Finding> check(Migration migration, MigrationGraph graph) {
        List<Migration> contracts =
                graph.expandOf(migration).map(graph::contractsOf).orElse(List.of());
        if (contracts.isEmpty() || contracts.get(0).equals(migration)) {
            return List.of();
        }
        String expand = graph.expandOf(migration).map(Migration::simpleName).orElse("");
        return List.of(Draft.of(
                        OrderRule.SECOND_CONTRACT,
                        migration,
                        migration.placeOf("Contract", "of"),
                        migration.simpleName() + " is the second contract of " + expand)
                .effect("the contract before it has removed everything that " + expand + " declared")
                .found(contracts.get(0).simpleName() + " is the contract of " + expand)
                .fix("delete " + migration.simpleName() + ", or name the expand that it belongs to")
                .finding());
    }
}

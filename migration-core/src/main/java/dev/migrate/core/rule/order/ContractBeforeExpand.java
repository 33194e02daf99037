package dev.migrate.core.rule.order;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.rule.OrderRule;
import java.util.List;

/** Flags a contract that is ordered before its expand; at the expand that it names. */
final class ContractBeforeExpand implements MigrationRule {
    @Override
    public List<Finding> check(Migration migration, MigrationGraph graph) {
        return graph.expandOf(migration)
                .filter(expand -> MigrationGraph.before(migration, expand))
                .map(expand -> List.of(Draft.of(
                                OrderRule.CONTRACT_BEFORE_EXPAND,
                                migration,
                                migration.placeOf("Contract", "of"),
                                migration.simpleName() + " is ordered before its expand " + expand.simpleName())
                        .effect("it would remove what the running release still uses")
                        .fix("rename it to " + NextName.of(migration, graph) + ", after " + expand.simpleName())
                        .finding()))
                .orElse(List.of());
    }
}

package dev.migrate.core.rule.order;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.finding.Finding.Level;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.migration.Kind;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.rule.OrderRule;
import java.util.List;

/**
 * Flags an expand that leaves nothing for a contract: a warning, because it does no harm, and an error once a contract
 * names it. At the expand's name, because the declaration is missing there.
 */
final class ExpandDeclaresNothing implements MigrationRule {
    @Override
    public List<Finding> check(Migration migration, MigrationGraph graph) {
        boolean lonelyExpand = migration.kinds().equals(List.of(Kind.EXPAND))
                && MigrationGraph.contractHalf(migration).isEmpty()
                && migration.atContract().isEmpty();
        if (!lonelyExpand) {
            return List.of();
        }
        List<Migration> contracts = graph.contractsOf(migration);
        Draft draft = Draft.of(
                        OrderRule.EXPAND_DECLARES_NOTHING,
                        migration,
                        migration.simpleName() + " is @Expand and declares nothing for a contract")
                .needed("a recipe in two halves, such as retireColumn, or steps.atContract");
        if (contracts.isEmpty()) {
            return List.of(draft.fix("@Safe in place of @Expand").finding());
        }
        String contract = contracts.get(0).simpleName();
        return List.of(draft.level(Level.ERROR)
                .effect("its contract " + contract + " would run nothing")
                .fix("declare here what " + contract + " removes, or delete it and write @Safe here")
                .finding());
    }
}

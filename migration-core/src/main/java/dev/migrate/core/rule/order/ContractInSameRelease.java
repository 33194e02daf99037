package dev.migrate.core.rule.order;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.rule.OrderRule;
import java.util.List;

/** Flags a contract in the declared release of its expand; at the expand that it names. */
final class ContractInSameRelease implements MigrationRule {
    @Override
    public List<Finding> check(Migration migration, MigrationGraph graph) {
        return graph.expandOf(migration)
                .filter(expand -> expand.release().isPresent())
                .filter(expand -> expand.release().equals(migration.release()))
                .map(expand -> List.of(finding(migration, expand)))
                .orElse(List.of());
    }

    private static Finding finding(Migration contract, Migration expand) {
        String release = contract.release().orElse("");
        return Draft.of(
                        OrderRule.CONTRACT_IN_SAME_RELEASE,
                        contract,
                        contract.placeOf("Contract", "of"),
                        contract.simpleName() + " is in release " + release + ", and so is its expand "
                                + expand.simpleName())
                .effect("the release before " + release + " still runs while both are applied, and uses what goes")
                .needed("a release between the two that no longer uses it")
                .fix("move " + contract.simpleName() + " to the package of a later @Release")
                .finding();
    }
}

package dev.migrate.core.rule.order;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.rule.OrderRule;
import java.util.List;

/** Flags a class whose name gives it no place in the order; at the class's name. */
final class MalformedName implements MigrationRule {
    @Override
    public List<Finding> check(Migration migration, MigrationGraph graph) {
        if (migration.name().isPresent()) {
            return List.of();
        }
        return List.of(
                Draft.of(OrderRule.MALFORMED_NAME, migration, migration.simpleName() + " has no number in its name")
                        .effect("the number is a migration's place in the order, so this one has none")
                        .needed("V<number or timestamp>_<Name>, such as " + NextName.of(migration, graph))
                        .fix("rename the class to " + NextName.of(migration, graph))
                        .finding());
    }
}

package dev.migrate.core.rule.order;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.rule.OrderRule;
import dev.migrate.core.rule.RulePage;
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

    @Override
    public RulePage page() {
        return RulePage.of(
                "A migration's class is not named `V<number or timestamp>_<Name>`.",
                """
                The simple name is the migration's identity: the history stores it, and its number is its place in the
                order. Numbers compare as numbers, so `V9_` comes before `V10_`, and leading zeros mean nothing.
                """,
                "For every class whose name has the form. The package does not count: a class may move.");
    }
}

package dev.migrate.core.rule.order;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.rule.OrderRule;
import java.util.List;
import java.util.Optional;

/** Flags the second of two migrations with one number; at its name, because the first may be applied already. */
final class DuplicateNumber implements MigrationRule {
    @Override
    public List<Finding> check(Migration migration, MigrationGraph graph) {
        Optional<Migration> earlier = graph.firstOfItsNumber(migration).filter(first -> !first.equals(migration));
        if (earlier.isEmpty()) {
            return List.of();
        }
        String other = earlier.get().simpleName();
        return List.of(Draft.of(
                        OrderRule.DUPLICATE_NUMBER,
                        migration,
                        migration.simpleName() + " has the number of " + other + " in app "
                                + migration.app().orElse(""))
                .effect("which of the two comes first would depend on chance")
                .fix("rename the one that is not applied anywhere, such as to " + NextName.of(migration, graph))
                .finding());
    }
}

package dev.migrate.core.rule.order;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.rule.GraphRule;
import java.util.List;

/** A rule that looks at one migration at a time; migrations of closed releases are not looked at. */
interface MigrationRule extends GraphRule {
    /** What it finds in one migration. */
    List<Finding> check(Migration migration, MigrationGraph graph);

    @Override
    default List<Finding> check(MigrationGraph graph) {
        return graph.migrations().stream()
                .filter(migration -> !migration.closed())
                .flatMap(migration -> check(migration, graph).stream())
                .toList();
    }
}

package dev.migrate.core.rule.order;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.PlacedOperation;
import dev.migrate.core.migration.Step;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.rule.OrderRule;
import java.util.List;
import java.util.Optional;

/** Warns of a schema named in a migration, once a step; at the operation that names it. */
final class LiteralSchema implements MigrationRule {
    @Override
    public List<Finding> check(Migration migration, MigrationGraph graph) {
        return Statements.all(migration)
                .flatMap(statement -> qualified(statement).stream())
                .map(placed -> finding(migration, placed))
                .toList();
    }

    private static Optional<PlacedOperation> qualified(Step.Statement statement) {
        return statement.operations().stream()
                .filter(placed -> schema(placed).isPresent())
                .findFirst();
    }

    private static Optional<String> schema(PlacedOperation placed) {
        return placed.operation().subject().flatMap(ObjectName::schema);
    }

    private static Finding finding(Migration migration, PlacedOperation placed) {
        ObjectName name = placed.operation().subject().orElseThrow();
        return Draft.of(
                        OrderRule.LITERAL_SCHEMA,
                        migration,
                        placed.place(),
                        name + " names the schema " + name.schema().orElse(""))
                .effect("the migration changes that schema only, whatever schemas a run is for")
                .fix("write " + name.name() + ": steps run with their schema first in search_path")
                .finding();
    }
}

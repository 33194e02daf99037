package dev.migrate.core.rule.order;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.migration.Kind;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.Shape;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.rule.OrderRule;
import java.util.List;

/** Flags an interface that does not go with the annotations; silent where the annotations themselves are wrong. */
final class WrongInterface implements MigrationRule {
    @Override
    public List<Finding> check(Migration migration, MigrationGraph graph) {
        if (migration.shape().isEmpty() || migration.kind().isEmpty() || riskyAndSafe(migration)) {
            return List.of();
        }
        Shape found = migration.shape().get();
        Shape needed = shapeFor(migration);
        if (found == needed) {
            return List.of();
        }
        return List.of(Draft.of(
                        OrderRule.WRONG_INTERFACE,
                        migration,
                        migration.simpleName() + " is " + annotations(migration) + " and implements "
                                + found.interfaceName())
                .needed(needed.interfaceName())
                .found(found.interfaceName())
                .fix("public final class " + migration.simpleName() + " implements " + needed.interfaceName()
                        + body(needed))
                .finding());
    }

    private static boolean riskyAndSafe(Migration migration) {
        return migration.risky() && migration.kinds().contains(Kind.SAFE);
    }

    private static Shape shapeFor(Migration migration) {
        if (migration.kinds().contains(Kind.CONTRACT)) {
            return Shape.CONTRACT;
        }
        return migration.risky() ? Shape.RISKY : Shape.SCHEMA;
    }

    private static String annotations(Migration migration) {
        String kind = migration.kinds().get(0).annotation();
        return migration.risky() && !migration.kinds().contains(Kind.RISKY) ? kind + " and @Risky" : kind;
    }

    private static String body(Shape shape) {
        return switch (shape) {
            case CONTRACT -> " {}";
            case RISKY -> ", with up(RiskySteps steps)";
            case SCHEMA, SQL -> ", with up(Steps steps)";
        };
    }
}

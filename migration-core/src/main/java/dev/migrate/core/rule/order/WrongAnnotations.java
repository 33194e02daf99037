package dev.migrate.core.rule.order;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.migration.Kind;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.rule.OrderRule;
import java.util.List;
import java.util.stream.Collectors;

/** Flags a migration that is not of exactly one kind; at the class's name. */
final class WrongAnnotations implements MigrationRule {
    private static final String KINDS =
            "one of @Safe, @Expand, @Contract, or @Risky; @Risky may join @Expand or @Contract";

    @Override
    public List<Finding> check(Migration migration, MigrationGraph graph) {
        if (migration.kinds().isEmpty()) {
            return List.of(draft(migration, "carries none of @Safe, @Expand, @Contract and @Risky")
                    .fix("@Safe on " + migration.simpleName() + ": what it may not do is then shown")
                    .finding());
        }
        if (migration.kinds().size() > 1) {
            return List.of(draft(migration, "carries " + names(migration))
                    .fix("keep the one that it is")
                    .finding());
        }
        if (migration.risky() && migration.kinds().contains(Kind.SAFE)) {
            return List.of(draft(migration, "carries @Risky beside @Safe")
                    .fix("remove @Safe: with an accepted hazard it is not safe")
                    .finding());
        }
        return List.of();
    }

    private static Draft draft(Migration migration, String what) {
        return Draft.of(OrderRule.WRONG_ANNOTATIONS, migration, migration.simpleName() + " " + what)
                .needed(KINDS);
    }

    private static String names(Migration migration) {
        return migration.kinds().stream().map(Kind::annotation).collect(Collectors.joining(" and "));
    }
}

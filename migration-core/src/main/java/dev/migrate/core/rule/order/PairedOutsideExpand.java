package dev.migrate.core.rule.order;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.migration.Kind;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.Place;
import dev.migrate.core.migration.Step;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.rule.OrderRule;
import java.util.List;
import java.util.stream.Stream;

/** Flags a second half that no contract can run; at the step that declares it. */
final class PairedOutsideExpand implements MigrationRule {
    @Override
    public List<Finding> check(Migration migration, MigrationGraph graph) {
        if (migration.kinds().size() != 1 || migration.kinds().contains(Kind.EXPAND)) {
            return List.of();
        }
        Stream<Finding> recipes = migration.up().stream()
                .filter(Step.RecipeUse.class::isInstance)
                .map(Step.RecipeUse.class::cast)
                .filter(use -> use.recipe().paired())
                .map(use -> finding(migration, use.place(), use.recipe().name()));
        Stream<Finding> byHand =
                migration.atContract().stream().map(step -> finding(migration, step.place(), "steps.atContract"));
        return Stream.concat(recipes, byHand).toList();
    }

    private static Finding finding(Migration migration, Place place, String what) {
        String kind = migration.kinds().get(0).annotation();
        return Draft.of(
                        OrderRule.PAIRED_OUTSIDE_EXPAND,
                        migration,
                        place,
                        what + " has a second half, and " + migration.simpleName() + " is " + kind)
                .effect("only the contract of an @Expand runs a second half, so it would never run")
                .fix(
                        "@Expand in place of " + kind + ", and in a later release:",
                        "@Contract(of = " + migration.simpleName() + ".class)")
                .finding();
    }
}

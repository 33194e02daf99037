package dev.migrate.core.rule.order;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.graph.Cycles;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.message.Messages;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.rule.GraphRule;
import dev.migrate.core.rule.OrderRule;
import java.util.ArrayList;
import java.util.List;

/** Flags migrations that wait for each other, once a circle; at the one whose {@code @DependsOn} closes it. */
final class DependencyCycle implements GraphRule {
    @Override
    public List<Finding> check(MigrationGraph graph) {
        return Cycles.of(graph).stream()
                .filter(cycle -> !cycle.get(0).closed())
                .map(DependencyCycle::finding)
                .toList();
    }

    private static Finding finding(List<Migration> cycle) {
        Migration first = cycle.get(0);
        String headline = cycle.size() == 1
                ? first.simpleName() + " depends on itself"
                : first.simpleName() + " depends on " + cycle.get(1).simpleName() + ", which waits for "
                        + first.simpleName();
        return Draft.of(OrderRule.DEPENDENCY_CYCLE, first, first.placeOf("DependsOn", "value"), headline)
                .effect("none of them could ever start")
                .found(Messages.list(links(cycle)))
                .fix("remove one @DependsOn of the circle")
                .finding();
    }

    private static List<String> links(List<Migration> cycle) {
        List<String> links = new ArrayList<>();
        for (int at = 0; at < cycle.size(); at++) {
            links.add(link(cycle.get(at), cycle.get((at + 1) % cycle.size())));
        }
        return links;
    }

    private static String link(Migration from, Migration to) {
        String verb = from.dependsOn().contains(to.className()) ? " depends on " : " is ordered after ";
        return from.simpleName() + verb + to.simpleName();
    }
}

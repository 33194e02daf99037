package dev.migrate.core.graph;

import dev.migrate.core.migration.Migration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Circles among migrations that wait for each other. One waits for what it depends on and, within its app, for every
 * migration ordered before it.
 */
public final class Cycles {
    private final MigrationGraph graph;

    private Cycles(MigrationGraph graph) {
        this.graph = graph;
    }

    /**
     * The shortest circle through each {@code @DependsOn} that is part of one; the same circle is given once.
     *
     * @return each circle as the migrations in it: the first depends on the second, the last waits for the first
     */
    public static List<List<Migration>> of(MigrationGraph graph) {
        return new Cycles(graph).find();
    }

    private List<List<Migration>> find() {
        List<List<Migration>> cycles = new ArrayList<>();
        Set<Set<Migration>> seen = new HashSet<>();
        for (Migration from : graph.migrations()) {
            for (Migration to : graph.dependenciesOf(from)) {
                path(to, from).filter(path -> seen.add(Set.copyOf(path))).ifPresent(path -> cycles.add(rotated(path)));
            }
        }
        return cycles;
    }

    /** The path ends at the migration that depends on its start; the circle begins there. */
    private static List<Migration> rotated(List<Migration> path) {
        List<Migration> cycle = new ArrayList<>(path);
        Collections.rotate(cycle, 1);
        return List.copyOf(cycle);
    }

    private Optional<List<Migration>> path(Migration start, Migration goal) {
        Map<Migration, Migration> cameFrom = new LinkedHashMap<>();
        Deque<Migration> open = new ArrayDeque<>(List.of(start));
        Set<Migration> visited = new HashSet<>(List.of(start));
        while (!open.isEmpty()) {
            Migration here = open.remove();
            if (here.equals(goal)) {
                return Optional.of(walkBack(cameFrom, start, goal));
            }
            for (Migration next : waitsFor(here)) {
                if (visited.add(next)) {
                    cameFrom.put(next, here);
                    open.add(next);
                }
            }
        }
        return Optional.empty();
    }

    private static List<Migration> walkBack(Map<Migration, Migration> cameFrom, Migration start, Migration goal) {
        List<Migration> path = new ArrayList<>(List.of(goal));
        for (Migration at = goal; !at.equals(start); ) {
            at = cameFrom.getOrDefault(at, start);
            path.add(at);
        }
        Collections.reverse(path);
        return path;
    }

    private List<Migration> waitsFor(Migration migration) {
        List<Migration> targets = new ArrayList<>(graph.dependenciesOf(migration));
        migration
                .app()
                .ifPresent(app -> graph.migrations(app).stream()
                        .filter(other -> MigrationGraph.before(other, migration))
                        .forEach(targets::add));
        return targets;
    }
}

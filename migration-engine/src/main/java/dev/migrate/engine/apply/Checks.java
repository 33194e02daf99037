package dev.migrate.engine.apply;

import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.migration.Migration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which migrations' checks mean something on a database. */
final class Checks {
    private Checks() {}

    /** Those that are complete, without expands whose contract is too: what they checked may be gone. */
    static List<Migration> meaningful(MigrationGraph graph, List<Migration> migrations, Set<String> complete) {
        Set<String> contracted = graph.migrations().stream()
                .filter(migration -> complete.contains(migration.simpleName()))
                .flatMap(migration -> migration.of().stream())
                .collect(Collectors.toSet());
        return migrations.stream()
                .filter(migration -> complete.contains(migration.simpleName()))
                .filter(migration -> !contracted.contains(migration.className()))
                .toList();
    }
}

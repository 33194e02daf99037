package dev.migrate.core.rule;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.graph.MigrationGraph;
import java.util.List;

/** A rule over all migrations together. */
public interface GraphRule extends Rule {
    /** What it finds, in the order of the graph. */
    List<Finding> check(MigrationGraph graph);

    /** Whether it has something to say about files of SQL, which have no class, no annotations and no way back. */
    default boolean judgesSql() {
        return false;
    }
}

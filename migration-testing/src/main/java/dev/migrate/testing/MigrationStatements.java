package dev.migrate.testing;

import dev.migrate.api.AnyMigration;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.plan.Planner;
import dev.migrate.core.plan.Unit;
import dev.migrate.engine.project.ProjectMigrations;
import java.util.List;

/** The statements of a migration, without a server. */
public final class MigrationStatements {
    private MigrationStatements() {}

    /**
     * The statements that a migration runs on a database in use, in order; a contract's are those that its expand
     * declared. A backfill has none here: its statements depend on the rows.
     *
     * @param migration on the tests' class path, compiled with the annotation processor
     * @throws dev.migrate.engine.MigrateException if its project's migrations cannot be read
     */
    public static List<String> statementsOf(Class<? extends AnyMigration> migration) {
        try (ProjectMigrations project = ProjectMigrations.load(ProjectOnClassPath.of(migration))) {
            Migration wanted = project.find(migration.getName());
            Planner planner = new Planner(
                    MigrationGraph.of(project.migrations()), wanted.app().orElse(""));
            return planner.forward(wanted, false).units().stream()
                    .map(Unit::statements)
                    .flatMap(List::stream)
                    .toList();
        }
    }
}

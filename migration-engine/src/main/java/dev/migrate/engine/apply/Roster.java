package dev.migrate.engine.apply;

import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.migration.Kind;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.Step;
import dev.migrate.engine.MigrateException.UserFailure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The migrations of a project, refused where they are malformed. The compiler refuses them too; but classes can come
 * from elsewhere, and nothing is run that cannot be ordered and recorded.
 */
final class Roster {
    private Roster() {}

    /**
     * Builds the graph.
     *
     * @throws UserFailure for the first malformed migration
     */
    static MigrationGraph of(List<Migration> migrations) {
        if (migrations.isEmpty()) {
            throw new UserFailure(
                    "the project has no migrations",
                    "needed: a class V0001_<Name> that implements dev.migrate.api.SchemaMigration",
                    "note:   they are looked for in the module's own classes, and where it has none on its class path");
        }
        MigrationGraph graph = MigrationGraph.of(migrations);
        migrations.forEach(migration -> refuseMalformed(migration, graph));
        graph.apps().forEach(app -> refuseDuplicates(graph.migrations(app)));
        return graph;
    }

    private static void refuseMalformed(Migration migration, MigrationGraph graph) {
        String name = migration.simpleName();
        if (migration.name().isEmpty()) {
            throw new UserFailure(
                    name + " is no name for a migration",
                    "found:  " + migration.className(),
                    "needed: V<number>_<Name>, such as V0007_AddPollPriority");
        }
        if (migration.app().isEmpty()) {
            throw new UserFailure(
                    name + " belongs to no app",
                    "found:  no package-info with @Migrations at or above the package of " + migration.className(),
                    "fix:    @Migrations(app = \"…\", postgres = 15) package …;");
        }
        if (migration.kind().isEmpty()) {
            throw new UserFailure(
                    name + " has " + (migration.kinds().isEmpty() ? "none" : "more than one")
                            + " of @Safe, @Expand, @Contract, @Risky",
                    "needed: exactly one; @Risky may stand beside @Expand or @Contract");
        }
        if (migration.kinds().contains(Kind.CONTRACT)
                && graph.expandOf(migration).isEmpty()) {
            throw new UserFailure(
                    name + " names no @Expand",
                    "found:  @Contract(of = " + migration.of().orElse("") + ")",
                    "fix:    name the migration whose second half it is");
        }
        migration.up().forEach(step -> refuseLost(name, step));
    }

    private static void refuseLost(String name, Step step) {
        if (step instanceof Step.Statement statement && !statement.lost().isEmpty()) {
            throw new UserFailure(
                    name + ": jOOQ leaves out of its SQL: " + String.join(", ", statement.lost()),
                    "found:  line " + step.place().line() + " of "
                            + step.place().file(),
                    "        " + statement.sql().orElse(""),
                    "fix:    write the statement as sql(…)");
        }
    }

    private static void refuseDuplicates(List<Migration> migrations) {
        Map<Object, Migration> byNumber = new HashMap<>();
        for (Migration migration : migrations) {
            Migration other = byNumber.put(migration.name().orElseThrow().number(), migration);
            if (other != null) {
                throw new UserFailure(
                        other.simpleName() + " and " + migration.simpleName() + " have the same number",
                        "found:  " + other.className(),
                        "        " + migration.className(),
                        "fix:    give the newer one the next free number");
            }
        }
    }
}

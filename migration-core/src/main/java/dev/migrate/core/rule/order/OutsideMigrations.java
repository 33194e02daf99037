package dev.migrate.core.rule.order;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.rule.JavaText;
import dev.migrate.core.rule.OrderRule;
import java.util.List;

/** Flags a migration below no package that says whose it is; at the class's name. */
final class OutsideMigrations implements MigrationRule {
    @Override
    public List<Finding> check(Migration migration, MigrationGraph graph) {
        if (migration.app().isPresent()) {
            return List.of();
        }
        String home = packageOf(migration);
        return List.of(Draft.of(
                        OrderRule.OUTSIDE_MIGRATIONS,
                        migration,
                        migration.simpleName() + " is below no package with @Migrations")
                .effect("neither its app nor the oldest PostgreSQL it must run on is known")
                .fix(
                        "in package-info.java of " + (home.isEmpty() ? "a package to move it to:" : home + ":"),
                        "@Migrations(app = " + JavaText.literal(appOf(home)) + ", postgres = 15)",
                        "package " + (home.isEmpty() ? "app.migrations" : home) + ";")
                .note("postgres is the oldest major version in use")
                .finding());
    }

    private static String packageOf(Migration migration) {
        return migration
                .className()
                .substring(0, Math.max(0, migration.className().lastIndexOf('.')));
    }

    private static String appOf(String home) {
        return home.isEmpty()
                ? "app"
                : home.substring(home.startsWith("com.") || home.startsWith("org.") ? 4 : 0)
                        .replaceAll("\\..*", "");
    }
}

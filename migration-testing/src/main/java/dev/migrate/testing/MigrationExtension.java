package dev.migrate.testing;

import dev.migrate.core.migration.Migration;
import dev.migrate.core.operation.Identifiers;
import dev.migrate.engine.ProjectFiles;
import dev.migrate.engine.project.ProjectMigrations;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Makes the database of each test from a template, once a migration and version. */
final class MigrationExtension implements ParameterResolver, AfterEachCallback {
    private static final Map<String, Template> TEMPLATES = new ConcurrentHashMap<>();
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final String PREFIX =
            "t" + Long.toString(ProcessHandle.current().pid(), Character.MAX_RADIX) + "_";

    /** What the databases of one migration are made from. */
    private record Template(TestServer server, String database, ProjectFiles project, Neighbours neighbours) {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == MigrationDatabase.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        MigrationTest test = context.getRequiredTestClass().getAnnotation(MigrationTest.class);
        Template template =
                TEMPLATES.computeIfAbsent(test.value().getName() + " on " + test.postgres(), key -> template(test));
        String database = PREFIX + COUNTER.incrementAndGet();
        administer(
                template.server(),
                "CREATE DATABASE " + Identifiers.quote(database) + " TEMPLATE "
                        + Identifiers.quote(template.database()));
        made(context)
                .add(() -> administer(
                        template.server(), "DROP DATABASE IF EXISTS " + Identifiers.quote(database) + " WITH (FORCE)"));
        return new MigrationDatabase(template.server(), database, template.project(), template.neighbours());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        made(context).forEach(Runnable::run);
    }

    @SuppressWarnings("unchecked")
    private static List<Runnable> made(ExtensionContext context) {
        return (List<Runnable>) context.getStore(ExtensionContext.Namespace.create(MigrationExtension.class))
                .getOrComputeIfAbsent("made", key -> new ArrayList<Runnable>());
    }

    private static Template template(MigrationTest test) {
        ProjectFiles project = ProjectOnClassPath.of(test.value());
        Migration migration;
        Neighbours neighbours;
        try (ProjectMigrations all = ProjectMigrations.load(project)) {
            migration = all.find(test.value().getName());
            neighbours = neighbours(migration, all.migrations());
        }
        int major = test.postgres() > 0 ? test.postgres() : migration.postgres().orElse(17);
        TestServer server = TestServer.of(major);
        String database = PREFIX + "template_" + COUNTER.incrementAndGet();
        administer(server, "CREATE DATABASE " + Identifiers.quote(database));
        new MigrationDatabase(server, database, project, neighbours).applyEarlier();
        return new Template(server, database, project, neighbours);
    }

    private static Neighbours neighbours(Migration migration, List<Migration> all) {
        Optional<String> previous = all.stream()
                .filter(other -> other.app().equals(migration.app()))
                .takeWhile(other -> !other.className().equals(migration.className()))
                .map(Migration::simpleName)
                .reduce((first, second) -> second);
        return new Neighbours(migration.simpleName(), previous);
    }

    private static void administer(TestServer server, String sql) {
        try {
            server.administer(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException("failed: " + sql + ": " + failed.getMessage(), failed);
        }
    }
}

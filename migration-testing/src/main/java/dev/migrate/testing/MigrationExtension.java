package dev.migrate.testing;

import dev.migrate.core.migration.Migration;
import dev.migrate.engine.ProjectFiles;
import dev.migrate.engine.embedded.TestDatabase;
import dev.migrate.engine.embedded.TestServer;
import dev.migrate.engine.project.ProjectMigrations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Makes the database of each test from a template, once a migration and version. */
final class MigrationExtension implements ExecutionCondition, ParameterResolver, AfterEachCallback {
    private static final Map<String, Template> TEMPLATES = new ConcurrentHashMap<>();
    /** By the folder or jar of their classes; open until the process ends. */
    private static final Map<Path, ProjectMigrations> LOADED = new ConcurrentHashMap<>();

    /** What the databases of one migration are copied from. */
    private record Template(
            TestServer server,
            TestDatabase database,
            ProjectFiles project,
            ProjectMigrations migrations,
            Neighbours neighbours) {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == MigrationDatabase.class;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return TestServer.unavailable()
                .map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("the server of -Dpostgres can be had"));
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        MigrationTest test = context.getRequiredTestClass().getAnnotation(MigrationTest.class);
        Template template =
                TEMPLATES.computeIfAbsent(test.value().getName() + " on " + test.postgres(), key -> template(test));
        TestDatabase database = template.server().copyOf(template.database());
        made(context).add(database);
        return new MigrationDatabase(database, template.project(), template.migrations(), template.neighbours());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        made(context).forEach(TestDatabase::close);
    }

    @SuppressWarnings("unchecked")
    private static List<TestDatabase> made(ExtensionContext context) {
        return (List<TestDatabase>) context.getStore(ExtensionContext.Namespace.create(MigrationExtension.class))
                .getOrComputeIfAbsent("made", key -> new ArrayList<TestDatabase>());
    }

    private static Template template(MigrationTest test) {
        ProjectFiles project = ProjectOnClassPath.of(test.value());
        ProjectMigrations migrations =
                LOADED.computeIfAbsent(project.classes(), home -> ProjectMigrations.load(project));
        Migration migration = migrations.find(test.value().getName());
        Neighbours neighbours = neighbours(migration, migrations.migrations());
        int major = test.postgres() > 0 ? test.postgres() : migration.postgres().orElse(17);
        TestServer server = TestServer.get(major);
        TestDatabase database = server.database();
        new MigrationDatabase(database, project, migrations, neighbours).applyEarlier();
        return new Template(server, database, project, migrations, neighbours);
    }

    private static Neighbours neighbours(Migration migration, List<Migration> all) {
        Optional<String> previous = all.stream()
                .filter(other -> other.app().equals(migration.app()))
                .takeWhile(other -> !other.className().equals(migration.className()))
                .map(Migration::simpleName)
                .reduce((first, second) -> second);
        return new Neighbours(migration.simpleName(), previous);
    }
}

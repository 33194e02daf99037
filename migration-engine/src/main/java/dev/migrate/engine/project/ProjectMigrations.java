package dev.migrate.engine.project;

import dev.migrate.core.index.IndexEntry;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.MigrationName;
import dev.migrate.core.migration.RecordedReading;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.ProjectFiles;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The compiled migrations of a project, recorded. Row functions among them run in the project's class loader, which
 * stays open until this is closed: close it when the run has ended.
 */
public final class ProjectMigrations implements AutoCloseable {
    private static final MigrationName NO_NAME = new MigrationName("", BigInteger.ZERO);
    private static final Comparator<Migration> ORDER = Comparator.<Migration, Boolean>comparing(
                    migration -> migration.name().isEmpty())
            .thenComparing(migration -> migration.name().orElse(NO_NAME))
            .thenComparing(Migration::className);

    private final ProjectLoader loader;
    private final Map<String, IndexEntry> index;
    private final List<Migration> migrations;

    private ProjectMigrations(ProjectLoader loader, Map<String, IndexEntry> index, List<Migration> migrations) {
        this.loader = loader;
        this.index = Map.copyOf(index);
        this.migrations = List.copyOf(migrations);
    }

    /**
     * Loads and records a project's migrations: those of its own classes or, where it has none, those of its class path.
     *
     * @throws UserFailure if there are no compiled classes, the annotation processor did not run on them or ran before their sources were
     *     edited, they do not
     *     link, or one of them fails or is not deterministic
     */
    public static ProjectMigrations load(ProjectFiles files) {
        if (!Files.exists(files.classes())) {
            throw new UserFailure(
                    "no compiled classes in " + files.baseDirectory().relativize(files.classes()),
                    "fix:    run mvn compile first, or mvn compile migrate:apply in one go");
        }
        ProjectLoader loader = new ProjectLoader(files);
        try {
            List<Map<String, Object>> recorded = record(files, loader);
            Map<String, IndexEntry> index = IndexTexts.entries(files);
            new SourceFiles(files).refuseStale(index.values());
            return new ProjectMigrations(loader, index, read(recorded, index));
        } catch (RuntimeException failure) {
            loader.close();
            throw failure;
        }
    }

    private static List<Map<String, Object>> record(ProjectFiles files, ProjectLoader loader) {
        List<Path> homes = homes(files);
        TreeSet<String> indexed = new TreeSet<>();
        TreeSet<String> names = new TreeSet<>();
        for (Path home : homes) {
            CompiledClasses classes = new CompiledClasses(home);
            indexed.addAll(classes.indexed());
            names.addAll(classes.candidates());
        }
        List<Map<String, Object>> recorded = loader.record(List.copyOf(names));
        IndexComparison.refuseDifferences(indexed, namesOf(recorded));
        Recording.refuseFailures(recorded);
        Recording.refuseDifferences(recorded, loader.record(List.copyOf(names)));
        return recorded;
    }

    private static List<Migration> read(List<Map<String, Object>> recorded, Map<String, IndexEntry> index) {
        RecordedReading reading = new RecordedReading(RecordedSql::read);
        return recorded.stream()
                .map(reading::read)
                .map(migration -> withRowFunctionTokens(migration, index.get(migration.className())))
                .sorted(ORDER)
                .toList();
    }

    private static Migration withRowFunctionTokens(Migration migration, @Nullable IndexEntry entry) {
        return entry == null ? migration : migration.withRowFunctionTokens(entry.rowFunctionTokens());
    }

    static List<Path> homes(ProjectFiles files) {
        CompiledClasses own = new CompiledClasses(files.classes());
        if (!own.candidates().isEmpty() || !own.indexed().isEmpty()) {
            return List.of(files.classes());
        }
        return files.classPath().stream()
                .filter(element -> !new CompiledClasses(element).indexed().isEmpty())
                .toList();
    }

    private static SortedSet<String> namesOf(List<Map<String, Object>> recorded) {
        TreeSet<String> names = new TreeSet<>();
        recorded.forEach(migration -> names.add(String.valueOf(migration.get("class"))));
        return names;
    }

    /** What the annotation processor wrote about them, by the binary names of their classes. */
    public Map<String, IndexEntry> index() {
        return index;
    }

    /** The migrations in their order; misnamed ones come last. */
    public List<Migration> migrations() {
        return migrations;
    }

    /**
     * The migration of a class.
     *
     * @param className the binary name
     * @throws UserFailure if the project has no such migration
     */
    public Migration find(String className) {
        return migrations.stream()
                .filter(migration -> migration.className().equals(className))
                .findFirst()
                .orElseThrow(() -> new UserFailure("no migration " + className + " among the project's"));
    }

    /** Ends the use of the project's classes. */
    @Override
    public void close() {
        loader.close();
    }
}

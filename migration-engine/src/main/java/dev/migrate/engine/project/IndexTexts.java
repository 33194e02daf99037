package dev.migrate.engine.project;

import dev.migrate.core.index.IndexEntry;
import dev.migrate.core.index.IndexUnreadable;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.ProjectFiles;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What the annotation processor wrote about a project's migrations. */
public final class IndexTexts {
    private IndexTexts() {}

    /**
     * The entries by class name.
     *
     * @throws UserFailure if one is of a form that this version does not know
     */
    public static Map<String, IndexEntry> entries(ProjectFiles files) {
        Map<String, IndexEntry> entries = new TreeMap<>();
        for (Path home : ProjectMigrations.homes(files)) {
            CompiledClasses classes = new CompiledClasses(home);
            classes.entries().forEach((className, text) -> entries.put(className, parsed(classes, className, text)));
        }
        return entries;
    }

    private static IndexEntry parsed(CompiledClasses classes, String className, String text) {
        try {
            return IndexEntry.parse(text);
        } catch (IndexUnreadable unknown) {
            throw new UserFailure(
                    unknown,
                    "the index entry of " + className
                            + " is of another version: its module must be compiled once from clean",
                    "found:  " + classes + ", where " + unknown.getMessage(),
                    "fix:    mvn clean compile");
        }
    }
}

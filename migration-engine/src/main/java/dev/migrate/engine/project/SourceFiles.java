package dev.migrate.engine.project;

import dev.migrate.core.index.IndexEntry;
import dev.migrate.core.index.SourceHash;
import dev.migrate.engine.MigrateException.ToolFailure;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/** The Java sources of a project's migrations, where they are at hand. */
public final class SourceFiles {
    private final ProjectFiles files;

    /** Those below the project's source roots. */
    public SourceFiles(ProjectFiles files) {
        this.files = files;
    }

    /**
     * The file that a class was compiled from.
     *
     * @param className a binary name
     */
    public Optional<Path> of(String className) {
        return root(className).map(root -> root.resolve(sourceName(className)));
    }

    /** The folder that holds a class's source. */
    public Optional<Path> root(String className) {
        return files.sourceRoots().stream()
                .filter(root -> Files.isRegularFile(root.resolve(sourceName(className))))
                .findFirst();
    }

    /** A path as a person names it: relative to the module's folder. */
    public String shown(Path path) {
        Path base = files.baseDirectory();
        return (path.startsWith(base) ? base.relativize(path) : path).toString().replace('\\', '/');
    }

    /**
     * Refuses classes that are older than their sources: what is judged and applied would not be what is written.
     *
     * @throws UserFailure if a source was edited after it was compiled
     */
    void refuseStale(Collection<IndexEntry> entries) {
        for (IndexEntry entry : entries) {
            of(entry.className())
                    .filter(source -> !SourceHash.of(text(source)).equals(entry.sourceHash()))
                    .ifPresent(source -> {
                        throw stale(source);
                    });
        }
    }

    private UserFailure stale(Path source) {
        return new UserFailure(
                source.getFileName() + " was edited after it was compiled",
                "effect: what is compiled is not what is written",
                "found:  the index of the annotation processor is of another text than " + shown(source),
                "fix:    mvn compile, or name a phase before the goal");
    }

    private static String sourceName(String className) {
        return className.replace('.', '/').replaceAll("\\$.*", "") + ".java";
    }

    private static String text(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException unreadable) {
            throw new ToolFailure(unreadable, "cannot read " + source);
        }
    }
}

package dev.migrate.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Where a project's compiled migrations are, and what they need.
 *
 * @param classes the folder of compiled classes ({@code target/classes})
 * @param classPath the project's runtime class path without {@code classes}: its own jOOQ and {@code migration-api}
 * @param sourceRoots folders of Java source, for exact places and to see a stale index; may be empty
 * @param buildDirectory where the tool may put data ({@code target}): the embedded server's, scratch files
 * @param baseDirectory the module's folder; relative paths of settings resolve against it
 */
public record ProjectFiles(
        Path classes, List<Path> classPath, List<Path> sourceRoots, Path buildDirectory, Path baseDirectory) {
    /** Copies the lists. */
    public ProjectFiles {
        Objects.requireNonNull(classes, "classes");
        Objects.requireNonNull(buildDirectory, "buildDirectory");
        Objects.requireNonNull(baseDirectory, "baseDirectory");
        classPath = List.copyOf(classPath);
        sourceRoots = List.copyOf(sourceRoots);
    }
}

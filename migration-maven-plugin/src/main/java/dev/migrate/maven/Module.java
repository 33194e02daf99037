package dev.migrate.maven;

import dev.migrate.engine.MigrateException.ToolFailure;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.ProjectFiles;
import dev.migrate.engine.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.project.MavenProject;

/** A module of the build, as the engine needs to know it. */
final class Module {
    private final MavenProject project;
    private final Path workingDirectory;

    /**
     * A module.
     *
     * @param project Maven's own stand-in where there is no POM
     * @param workingDirectory where Maven was started
     */
    Module(MavenProject project, Path workingDirectory) {
        this.project = project;
        this.workingDirectory = workingDirectory;
    }

    /** Why there is nothing to do here, as the end of a sentence; empty if there may be something. */
    Optional<String> nothingToDo() {
        if (project.getFile() == null) {
            throw new UserFailure(
                    "there is no POM in " + workingDirectory,
                    "needed: a module with compiled migrations",
                    "or:     -D" + Setting.LOCATIONS.property() + "=FOLDER checks files of SQL without one");
        }
        if (project.getPackaging().equals("pom")) {
            return Optional.of("a module of packaging pom has no migrations");
        }
        if (!Files.isDirectory(classes()) && !hasSources()) {
            return Optional.of("this module has no classes");
        }
        return Optional.empty();
    }

    /**
     * The module's files.
     *
     * @throws UserFailure if its sources are not compiled, or there is no POM
     */
    ProjectFiles files() {
        if (!Files.isDirectory(classes())) {
            throw new UserFailure(
                    project.getArtifactId() + " is not compiled",
                    "found:  no " + relative(classes()),
                    "fix:    mvn compile, or name a phase before the goal");
        }
        return new ProjectFiles(
                classes(),
                classPath(),
                sourceRoots().toList(),
                Path.of(project.getBuild().getDirectory()),
                project.getBasedir().toPath());
    }

    /** The same for what does not look at classes: without a POM it is about the folder where Maven was started. */
    ProjectFiles filesWithoutClasses() {
        if (project.getFile() == null) {
            Path target = workingDirectory.resolve("target");
            return new ProjectFiles(target.resolve("classes"), List.of(), List.of(), target, workingDirectory);
        }
        return new ProjectFiles(
                classes(),
                List.of(),
                List.of(),
                Path.of(project.getBuild().getDirectory()),
                project.getBasedir().toPath());
    }

    private Path classes() {
        return Path.of(project.getBuild().getOutputDirectory());
    }

    private List<Path> classPath() {
        try {
            return project.getRuntimeClasspathElements().stream()
                    .map(Path::of)
                    .filter(element -> !element.equals(classes()))
                    .toList();
        } catch (DependencyResolutionRequiredException unresolved) {
            throw new ToolFailure(unresolved, "the runtime class path of " + project.getArtifactId() + " is unknown");
        }
    }

    private Stream<Path> sourceRoots() {
        return project.getCompileSourceRoots().stream().map(Path::of).filter(Files::isDirectory);
    }

    private boolean hasSources() {
        return sourceRoots().anyMatch(Module::holdsJava);
    }

    private static boolean holdsJava(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Path relative(Path path) {
        return project.getBasedir().toPath().relativize(path);
    }
}

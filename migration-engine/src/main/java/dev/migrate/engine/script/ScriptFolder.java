package dev.migrate.engine.script;

import dev.migrate.core.script.ScriptFile;
import dev.migrate.core.source.SourceResolver;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.ProjectFiles;
import dev.migrate.engine.Setting;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The files of a location: a folder with those below it, or one file. */
public final class ScriptFolder {
    private static final String FILESYSTEM = "filesystem:";
    private static final String CLASSPATH = "classpath:";
    private static final String JAVA = ".java";
    private static final List<String> ENDINGS = List.of(".sql", ".psql", ".pgsql", ".ddl", ".sql.conf", JAVA);
    private static final String PLAN = "sqitch.plan";
    /** A file of data rather than of statements; its tokens would take twenty times as much memory. */
    private static final long LONGEST = 64L << 20;
    /** No person writes a longer one, and its syntax tree would take a hundred times as much memory. */
    static final long LONGEST_JAVA = 4L << 20;

    private final String shown;
    private final List<Root> roots;
    private final List<String> warnings = new ArrayList<>();

    private ScriptFolder(String shown, List<Root> roots) {
        this.shown = shown;
        this.roots = List.copyOf(roots);
    }

    /** A folder or file, and how findings name it. */
    private record Root(String shown, Path path) {
        String nameOf(Path file) {
            return Files.isDirectory(path) ? shown.replaceFirst("/+$", "") + "/" + relative(file) : shown;
        }

        String relative(Path file) {
            return Files.isDirectory(path)
                    ? path.relativize(file).toString().replace(File.separatorChar, '/')
                    : String.valueOf(file.getFileName());
        }
    }

    /**
     * A Java source of the location.
     *
     * @param unit its text, under the name that findings give it
     */
    record Source(Path path, SourceResolver.Unit unit) {}

    /**
     * Finds a location.
     *
     * @param location a path, relative to the project's folder or not; Flyway's {@code filesystem:} and {@code classpath:}
     *     may stand before it
     * @throws UserFailure if there is no such folder or file
     */
    public static ScriptFolder of(String location, ProjectFiles project) {
        try {
            if (location.startsWith(CLASSPATH)) {
                return onClassPath(location, project);
            }
            String shown = location.startsWith(FILESYSTEM) ? location.substring(FILESYSTEM.length()) : location;
            Path path = project.baseDirectory().resolve(shown);
            if (Files.exists(path)) {
                return new ScriptFolder(shown, List.of(new Root(shown, path)));
            }
            throw missing(location, "found:  no " + path);
        } catch (InvalidPathException malformed) {
            throw missing(location, "found:  " + malformed.getMessage());
        }
    }

    private static ScriptFolder onClassPath(String location, ProjectFiles project) {
        String below = location.substring(CLASSPATH.length()).replaceFirst("^/+", "");
        Path base = project.baseDirectory();
        Stream<Path> compiled = Stream.concat(
                Stream.of(base.resolve("src/main/resources"), project.classes()), project.classPath().stream());
        Stream<Path> sources = Stream.concat(project.sourceRoots().stream(), Stream.of(base.resolve("src/main/java")))
                .distinct();
        List<Root> found = Stream.concat(existing(compiled, below).limit(1), existing(sources, below))
                .map(path -> new Root(shown(path, base), path))
                .toList();
        if (found.isEmpty()) {
            throw missing(
                    location,
                    "found:  no " + below
                            + " in src/main/resources, in src/main/java or in a folder of the class path");
        }
        return new ScriptFolder(found.get(0).shown(), found);
    }

    private static Stream<Path> existing(Stream<Path> roots, String below) {
        return roots.map(root -> root.resolve(below)).filter(Files::exists);
    }

    private static String shown(Path path, Path base) {
        return (path.startsWith(base) ? base.relativize(path) : path).toString().replace(File.separatorChar, '/');
    }

    private static UserFailure missing(String location, String found) {
        return new UserFailure(
                "there is no folder or file " + location, found, "fix:    another " + Setting.LOCATIONS.property());
    }

    /**
     * Reads all files of SQL and sources of Java, those in folders below included.
     *
     * @throws UserFailure if there is none, or one cannot be read
     */
    public List<ScriptFile> files() {
        List<ScriptFile> files = new ArrayList<>();
        for (Root root : roots) {
            for (Path file : below(root)) {
                files.add(read(root, file));
            }
        }
        if (files.isEmpty()) {
            throw nothing();
        }
        return files;
    }

    /** What a user is told of a location without migrations. */
    public UserFailure nothing() {
        return new UserFailure(
                "there is no file of SQL in " + shown,
                "needed: files that end with .sql, or Java migrations such as Flyway's, in this folder or below it",
                "fix:    another " + Setting.LOCATIONS.property());
    }

    /** The sources of Java; without those that cannot be read, which {@link #files} tells. */
    List<Source> java() {
        List<Source> found = new ArrayList<>();
        for (Root root : roots) {
            for (Path file : below(root)) {
                if (isJava(file) && file.toFile().length() <= LONGEST_JAVA && Files.isReadable(file)) {
                    String name = root.nameOf(file);
                    found.add(new Source(file, new SourceResolver.Unit(name, file(file, name))));
                }
            }
        }
        return found;
    }

    private static boolean isJava(Path file) {
        return String.valueOf(file.getFileName()).endsWith(JAVA);
    }

    /** What was passed over, and is worth a warning. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    private List<Path> below(Root root) {
        if (!Files.isDirectory(root.path())) {
            return List.of(root.path());
        }
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(
                    root.path(), EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new Collector(found));
        } catch (IOException unreadable) {
            throw unreadable(root.path(), unreadable);
        }
        found.sort(null);
        return found;
    }

    /**
     * The text of one file.
     *
     * @param shown as messages name it
     * @throws UserFailure if it cannot be read, or is no text
     */
    public static String file(Path file, String shown) {
        try {
            return ScriptText.of(Files.readAllBytes(file), shown).text();
        } catch (IOException unreadable) {
            throw unreadable(file, unreadable);
        }
    }

    private ScriptFile read(Root root, Path file) {
        String relative = root.relative(file);
        String name = root.nameOf(file);
        try {
            long size = Files.size(file);
            long longest = isJava(file) ? LONGEST_JAVA : LONGEST;
            if (size > longest) {
                return ScriptFile.unread(
                        relative, name, "its " + (size >> 20) + " MB are more than " + (longest >> 20));
            }
            ScriptText text = ScriptText.of(Files.readAllBytes(file), name);
            text.warning().ifPresent(warnings::add);
            return new ScriptFile(relative, name, text.text());
        } catch (IOException unreadable) {
            throw unreadable(file, unreadable);
        }
    }

    private static UserFailure unreadable(Path file, IOException cause) {
        return new UserFailure(cause, "cannot read " + file, "found:  " + cause);
    }

    /** Follows links, and goes round in circles nowhere. */
    private final class Collector extends SimpleFileVisitor<Path> {
        private final List<Path> found;

        Collector(List<Path> found) {
            this.found = found;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
            if (attributes.isRegularFile() && (ENDINGS.stream().anyMatch(name::endsWith) || name.equals(PLAN))) {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof FileSystemLoopException) {
                warnings.add(file + " leads back to a folder above it; it is not followed");
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }
    }
}

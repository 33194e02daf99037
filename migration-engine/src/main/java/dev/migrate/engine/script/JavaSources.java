package dev.migrate.engine.script;

import dev.migrate.core.source.SourceFolders;
import dev.migrate.core.source.SourceResolver;
import dev.migrate.core.source.SourceResolver.Unit;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where the classes come from that Java migrations use: the files of all locations, the source folders that these lie in,
 * and those of the project, generated ones included.
 */
public final class JavaSources {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.\\s]+?)\\s*;");

    private final Map<String, Unit> known = new HashMap<>();
    private final Set<Path> roots = new LinkedHashSet<>();
    private final Path base;

    private JavaSources(Path base) {
        this.base = base;
    }

    /** What migrations of these locations may use. */
    public static SourceResolver of(List<ScriptFolder> locations, ProjectFiles project) {
        JavaSources sources = new JavaSources(project.baseDirectory());
        for (ScriptFolder location : locations) {
            location.java().forEach(sources::add);
        }
        if (!sources.known.isEmpty()) {
            sources.roots.addAll(project.sourceRoots());
            sources.roots.add(sources.base.resolve("src/main/java"));
            sources.roots.addAll(generated(project.buildDirectory().resolve("generated-sources")));
        }
        return SourceFolders.of(sources::find);
    }

    private void add(ScriptFolder.Source source) {
        Matcher declared = PACKAGE.matcher(source.unit().text());
        String folder =
                declared.find() ? declared.group(1).replaceAll("\\s", "").replace('.', '/') : "";
        String name = String.valueOf(source.path().getFileName());
        known.putIfAbsent(folder.isEmpty() ? name : folder + "/" + name, source.unit());
        Path directory = source.path().toAbsolutePath().normalize().getParent();
        if (directory == null || !(folder.isEmpty() || directory.endsWith(folder))) {
            return;
        }
        Path root = directory;
        for (int up = folder.isEmpty() ? 0 : folder.split("/", -1).length; up > 0 && root != null; up--) {
            root = root.getParent();
        }
        if (root != null) {
            roots.add(root);
        }
    }

    private static List<Path> generated(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> below = Files.list(folder)) {
            return new ArrayList<>(below.filter(Files::isDirectory).sorted().toList());
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** The file of that path below one of the roots. */
    private Optional<Unit> find(String path) {
        Unit unit = known.get(path);
        return unit != null
                ? Optional.of(unit)
                : roots.stream().flatMap(root -> read(root, path).stream()).findFirst();
    }

    /** Empty for what cannot be read: the call that needs it is told as not read. */
    private Optional<Unit> read(Path root, String path) {
        try {
            Path file = root.resolve(path);
            return Files.isRegularFile(file) && Files.size(file) <= ScriptFolder.LONGEST_JAVA
                    ? Optional.of(new Unit(file.toString(), ScriptFolder.file(file, path)))
                    : Optional.empty();
        } catch (InvalidPathException | IOException | UserFailure unreadable) {
            return Optional.empty();
        }
    }
}

package dev.migrate.engine.check;

import dev.migrate.core.index.IndexEntry;
import dev.migrate.core.index.SourceHash;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.Place;
import dev.migrate.core.migration.PlacedOperation;
import dev.migrate.core.migration.Step;
import dev.migrate.engine.MigrateException.ToolFailure;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the compiler read of the migrations' sources: exact places for what the compiled classes only know by line. It is
 * true as long as the sources are those that were compiled.
 */
final class Sources {
    private final ProjectFiles files;
    private final Map<String, IndexEntry> entries;

    Sources(ProjectFiles files, Map<String, IndexEntry> entries) {
        this.files = files;
        this.entries = Map.copyOf(entries);
    }

    /** The migrations as the compiler read them. */
    List<Migration> migrations() {
        return entries.values().stream().map(IndexEntry::migration).toList();
    }

    /**
     * Refuses classes that are older than their sources: what is judged would not be what is written.
     *
     * @throws UserFailure if a source was edited after it was compiled
     */
    void refuseStale() {
        for (IndexEntry entry : entries.values()) {
            Optional<Path> source = source(entry.className());
            if (source.isPresent() && !SourceHash.of(text(source.get())).equals(entry.sourceHash())) {
                throw new UserFailure(
                        entry.migration().simpleName() + " was edited after it was compiled",
                        "found:  the index of the annotation processor is of another text than " + shown(source.get()),
                        "fix:    mvn compile, or name a phase before the goal");
            }
        }
    }

    /** The same place, exact if the source is known. */
    Place exact(String className, Place place) {
        IndexEntry entry = entries.get(className);
        if (place.exact() || entry == null) {
            return inProject(className, place);
        }
        Place better = places(entry.migration())
                .filter(candidate -> candidate.line() == place.line())
                .findFirst()
                .orElse(place.line() == 0 ? entry.migration().place() : place);
        return inProject(className, better);
    }

    /** The place with its file as a person names it: relative to the module's folder. */
    Place inProject(String className, Place place) {
        String file = source(className).map(this::shown).orElse(place.file());
        return new Place(
                file, place.line(), place.column(), place.endLine(), place.endColumn(), place.start(), place.end());
    }

    /** The folder that holds a class's source, or its compiled form where that is all there is. */
    String location(String className) {
        return files.sourceRoots().stream()
                .filter(root -> Files.isRegularFile(root.resolve(sourceName(className))))
                .findFirst()
                .map(this::shown)
                .orElseGet(() -> shown(files.classes()));
    }

    private Optional<Path> source(String className) {
        return files.sourceRoots().stream()
                .map(root -> root.resolve(sourceName(className)))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private String shown(Path path) {
        Path base = files.baseDirectory();
        return (path.startsWith(base) ? base.relativize(path) : path).toString().replace('\\', '/');
    }

    private static String sourceName(String className) {
        return className.replace('.', '/').replaceAll("\\$.*", "") + ".java";
    }

    private static Stream<Place> places(Migration migration) {
        List<Step> steps = new ArrayList<>(migration.up());
        migration.down().ifPresent(steps::addAll);
        steps.addAll(migration.atContract());
        return Stream.concat(
                steps.stream()
                        .flatMap(step -> Stream.concat(
                                step.operations().stream().map(PlacedOperation::place), Stream.of(step.place()))),
                migration.checks().stream().map(dev.migrate.core.migration.Check::place));
    }

    private static String text(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException unreadable) {
            throw new ToolFailure(unreadable, "cannot read " + source);
        }
    }
}

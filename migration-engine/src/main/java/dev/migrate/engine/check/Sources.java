package dev.migrate.engine.check;

import dev.migrate.core.index.IndexEntry;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.Place;
import dev.migrate.core.migration.PlacedOperation;
import dev.migrate.core.migration.Step;
import dev.migrate.engine.ProjectFiles;
import dev.migrate.engine.project.SourceFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the compiler read of the migrations' sources: exact places for what the compiled classes only know by line. It is
 * true as long as the sources are those that were compiled.
 */
final class Sources {
    private final SourceFiles files;
    private final String compiled;
    private final Map<String, IndexEntry> entries;

    Sources(ProjectFiles project, Map<String, IndexEntry> entries) {
        this.files = new SourceFiles(project);
        this.compiled = files.shown(project.classes());
        this.entries = Map.copyOf(entries);
    }

    /** The migrations as the compiler read them. */
    List<Migration> migrations() {
        return entries.values().stream().map(IndexEntry::migration).toList();
    }

    /** The same by the binary names of their classes. */
    Map<String, Migration> byClassName() {
        return entries.values().stream().collect(Collectors.toMap(IndexEntry::className, IndexEntry::migration));
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
        String file = files.of(className).map(files::shown).orElse(place.file());
        return new Place(
                file, place.line(), place.column(), place.endLine(), place.endColumn(), place.start(), place.end());
    }

    /** The folder that holds a class's source, or its compiled form where that is all there is. */
    String location(String className) {
        return files.root(className).map(files::shown).orElse(compiled);
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
}

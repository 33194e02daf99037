package dev.migrate.processor;

import dev.migrate.core.source.JavaMigrationReader;
import dev.migrate.core.source.SourceReading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads the migrations of a compilation from their source, each file once. */
final class Readings {
    private final Elements elements;
    private final Sources sources;
    private final JavaMigrationReader reader;
    private final List<CompilerSide> compilers;
    private final Reporter reporter;

    Readings(
            Elements elements,
            Sources sources,
            JavaMigrationReader reader,
            List<CompilerSide> compilers,
            Reporter reporter) {
        this.elements = elements;
        this.sources = sources;
        this.reader = reader;
        this.compilers = compilers;
        this.reporter = reporter;
    }

    /**
     * Those of the given classes that could be read; the others are reported.
     *
     * @param knownEarlier whether a class without source is known from an earlier compilation
     */
    List<CompiledMigration> of(List<TypeElement> types, Predicate<String> knownEarlier) {
        Map<String, SourceText> files = new LinkedHashMap<>();
        for (TypeElement type : types) {
            Optional<SourceText> source = sources.of(type);
            source.ifPresent(text -> files.putIfAbsent(text.file(), text));
            if (source.isEmpty() && !knownEarlier.test(binaryName(type))) {
                reporter.report(Unseen.noSource(simpleName(type), Sources.file(type)), type);
            }
        }
        Map<String, SourceReading> readings = new LinkedHashMap<>();
        Workers.map(List.copyOf(files.values()), source -> reader.read(source.file(), source.text()))
                .forEach(reading -> readings.put(reading.file(), reading));
        List<Found> found = new ArrayList<>();
        for (TypeElement type : types) {
            SourceText source = files.get(Sources.file(type));
            SourceReading reading = readings.get(Sources.file(type));
            if (source != null && reading != null) {
                migration(type, source, reading).ifPresent(found::add);
            }
        }
        return Workers.map(found, each -> CompiledMigration.of(each.type(), each.source(), each.read()));
    }

    private record Found(TypeElement type, SourceText source, SourceReading.ReadMigration read) {}

    private Optional<Found> migration(TypeElement type, SourceText source, SourceReading reading) {
        if (reading.unread().isPresent()) {
            SourceReading.Unread unread = reading.unread().get();
            // A file that the compiler cannot parse either has its message already.
            if (compilers.stream().noneMatch(compiler -> compiler.refusedSyntax(type))) {
                reporter.report(Unseen.unparsed(simpleName(type), unread.place(), unread.reason()), type);
            }
            return Optional.empty();
        }
        String name = binaryName(type);
        Optional<Found> migration = reading.migrations().stream()
                .filter(read -> read.migration().className().equals(name))
                .findFirst()
                .map(read -> new Found(type, source, read));
        if (migration.isEmpty()) {
            reporter.report(Unseen.notFound(simpleName(type), source.file()), type);
        }
        return migration;
    }

    private String binaryName(TypeElement type) {
        return elements.getBinaryName(type).toString();
    }

    private static String simpleName(TypeElement type) {
        return type.getSimpleName().toString();
    }
}

package dev.migrate.processor;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.index.IndexEntry;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.rule.Judge;
import dev.migrate.core.source.JavaMigrationReader;
import dev.migrate.core.source.SourceReading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads the migrations of a compilation, judges them among all that are known, reports, and writes the index. */
final class Judgement {
    private final Elements elements;
    private final Candidates candidates;
    private final Sources sources;
    private final JavaMigrationReader reader;
    private final KnownModules modules;
    private final IndexWriter writer;
    private final List<CompilerSide> compilers;
    private final Reporter reporter;

    Judgement(ProcessingEnvironment environment, List<CompilerSide> compilers, Reporter reporter) {
        this.elements = environment.getElementUtils();
        ElementsResolver resolver = new ElementsResolver(elements, environment.getTypeUtils());
        this.candidates = new Candidates(elements, resolver);
        this.sources = new Sources(elements, environment.getFiler(), compilers);
        this.reader = new JavaMigrationReader(resolver);
        this.modules = new KnownModules(elements, environment.getFiler(), reporter);
        this.writer = new IndexWriter(elements, environment.getFiler());
        this.compilers = compilers;
        this.reporter = reporter;
    }

    /**
     * Judges the given classes.
     *
     * @param errorRaised whether something else failed already: then findings are told, and no index is written
     */
    void of(List<TypeElement> types, boolean errorRaised) throws IOException {
        List<TypeElement> found = candidates.among(types);
        List<KnownModules.Module> known = modules.read();
        boolean knewOwn = known.stream().anyMatch(KnownModules.Module::own);
        if (found.isEmpty() && !knewOwn) {
            return;
        }
        Set<String> compiledHere = new HashSet<>();
        List<CompiledMigration> compiled = new ArrayList<>();
        List<IndexEntry> earlier = entries(known, true);
        for (TypeElement type : found) {
            Optional<CompiledMigration> read = read(type, earlier);
            read.ifPresent(compiled::add);
            read.ifPresent(migration -> compiledHere.add(binaryName(type)));
        }
        earlier.removeIf(entry -> compiledHere.contains(entry.className()));
        List<IndexEntry> others = entries(known, false);
        others.removeIf(entry -> compiledHere.contains(entry.className()));

        report(judge(compiled, earlier, others), compiled, earlier);
        if (!errorRaised && !reporter.anyError()) {
            writer.write(compiled, earlier, marker(known));
        }
    }

    /** Empty if the class could not be read, which is reported, or if it is known from an earlier compilation. */
    private Optional<CompiledMigration> read(TypeElement type, List<IndexEntry> earlier) {
        String simpleName = type.getSimpleName().toString();
        Optional<SourceText> source = sources.of(type);
        if (source.isEmpty()) {
            if (earlier.stream().noneMatch(entry -> entry.className().equals(binaryName(type)))) {
                reporter.report(Unseen.noSource(simpleName, file(type)), type);
            }
            return Optional.empty();
        }
        SourceReading reading = reader.read(source.get().file(), source.get().text());
        if (reading.unread().isPresent()) {
            SourceReading.Unread unread = reading.unread().get();
            // A file that the compiler cannot parse either has its message already.
            if (compilers.stream().noneMatch(compiler -> compiler.refusedSyntax(type))) {
                reporter.report(Unseen.unparsed(simpleName, unread.place(), unread.reason()), type);
            }
            return Optional.empty();
        }
        Optional<CompiledMigration> migration = reading.migrations().stream()
                .filter(read -> read.migration().className().equals(binaryName(type)))
                .findFirst()
                .map(read -> new CompiledMigration(type, source.get(), read));
        if (migration.isEmpty()) {
            reporter.report(Unseen.notFound(simpleName, source.get().file()), type);
        }
        return migration;
    }

    private static List<Finding> judge(
            List<CompiledMigration> compiled, List<IndexEntry> earlier, List<IndexEntry> others) {
        Stream<Migration> here = compiled.stream().map(CompiledMigration::migration);
        Stream<Migration> elsewhere =
                Stream.concat(earlier.stream(), others.stream()).map(IndexEntry::migration);
        return Judge.judge(MigrationGraph.of(Stream.concat(here, elsewhere).toList()));
    }

    /**
     * Findings of other modules are theirs. Of this module's classes that are not compiled now only errors are told: the
     * rest was told when they were.
     */
    private void report(List<Finding> findings, List<CompiledMigration> compiled, List<IndexEntry> earlier) {
        for (Finding finding : findings) {
            Optional<CompiledMigration> here = compiled.stream()
                    .filter(migration -> isAbout(finding, migration.migration()))
                    .findFirst();
            here.ifPresent(migration -> reporter.report(finding, migration.type()));
            if (here.isEmpty()
                    && finding.level() == Finding.Level.ERROR
                    && earlier.stream().anyMatch(entry -> isAbout(finding, entry.migration()))) {
                reporter.reportElsewhere(finding);
            }
        }
    }

    private static boolean isAbout(Finding finding, Migration migration) {
        return finding.migration().equals(migration.simpleName())
                && finding.place().file().equals(migration.place().file());
    }

    private static List<IndexEntry> entries(List<KnownModules.Module> known, boolean own) {
        return new ArrayList<>(known.stream()
                .filter(module -> module.own() == own)
                .flatMap(module -> module.entries().stream())
                .toList());
    }

    private static Optional<String> marker(List<KnownModules.Module> known) {
        return known.stream()
                .filter(KnownModules.Module::own)
                .map(KnownModules.Module::marker)
                .findFirst();
    }

    private String binaryName(TypeElement type) {
        return elements.getBinaryName(type).toString();
    }

    private static String file(TypeElement type) {
        return Sources.topLevel(type).getQualifiedName().toString().replace('.', '/') + ".java";
    }
}

package dev.migrate.processor;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.index.StoredEntry;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.rule.Judge;
import dev.migrate.core.source.JavaMigrationReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads the migrations of a compilation, judges them among all that are known, reports, and writes the index. */
final class Judgement {
    private final Elements elements;
    private final Candidates candidates;
    private final Readings readings;
    private final KnownModules modules;
    private final IndexWriter writer;
    private final Reporter reporter;

    Judgement(ProcessingEnvironment environment, List<CompilerSide> compilers, Reporter reporter) {
        this.elements = environment.getElementUtils();
        Sources sources = new Sources(elements, environment.getFiler(), compilers);
        ElementsResolver resolver = new ElementsResolver(elements, environment.getTypeUtils(), sources::of);
        this.candidates = new Candidates(elements, resolver);
        this.readings = new Readings(elements, sources, new JavaMigrationReader(resolver), compilers, reporter);
        this.modules = new KnownModules(elements, environment.getFiler(), reporter);
        this.writer = new IndexWriter(elements, environment.getFiler());
        this.reporter = reporter;
    }

    /**
     * Judges the given classes.
     *
     * @param errorRaised whether something else failed already: then findings are told, and no index is written
     */
    void of(List<TypeElement> types, boolean errorRaised) throws IOException {
        List<TypeElement> found = candidates.among(types);
        if (found.isEmpty() && !modules.knowsOwn()) {
            return;
        }
        KnownModules.Known known = modules.read(found.stream()
                .map(type -> elements.getBinaryName(type).toString())
                .collect(Collectors.toSet()));
        Set<String> earlier = known.own().stream().map(StoredEntry::className).collect(Collectors.toSet());
        List<CompiledMigration> compiled = readings.of(found, earlier::contains);
        Others others = new Others(known, compiled, modules::reportUnreadable);

        List<Finding> findings = judged(compiled, others);
        if (modules.missesOwn()) {
            return;
        }
        report(findings, compiled, others);
        if (!errorRaised && !reporter.anyError()) {
            writer.write(compiled, others.earlier(), known);
        }
    }

    /**
     * What is bound to nothing that changed cannot change its verdict. Where there is something to tell, it is told with
     * all of them at hand: a message may name any.
     */
    private static List<Finding> judged(List<CompiledMigration> compiled, Others others) {
        List<Finding> findings = judge(compiled, others.bound());
        boolean silent = findings.stream().allMatch(finding -> finding.level() == Finding.Level.INFO);
        return silent || others.allAreBound() ? findings : judge(compiled, others.all());
    }

    private static List<Finding> judge(List<CompiledMigration> compiled, List<Migration> others) {
        Stream<Migration> here = compiled.stream().map(CompiledMigration::migration);
        return Judge.judge(
                MigrationGraph.of(Stream.concat(here, others.stream()).toList()));
    }

    /**
     * Findings of other modules are theirs. Of this module's classes that are not compiled now only errors are told: the
     * rest was told when they were.
     */
    private void report(List<Finding> findings, List<CompiledMigration> compiled, Others others) {
        Map<String, TypeElement> here = new HashMap<>();
        compiled.forEach(migration -> here.put(key(migration.migration()), migration.type()));
        List<Finding> elsewhere = new ArrayList<>();
        for (Finding finding : findings) {
            TypeElement type = here.get(key(finding));
            if (type != null) {
                reporter.report(finding, type);
            } else if (finding.level() == Finding.Level.ERROR) {
                elsewhere.add(finding);
            }
        }
        if (!elsewhere.isEmpty()) {
            Set<String> own =
                    others.ownMigrations().stream().map(Judgement::key).collect(Collectors.toSet());
            elsewhere.stream().filter(finding -> own.contains(key(finding))).forEach(reporter::reportElsewhere);
        }
    }

    private static String key(Migration migration) {
        return migration.simpleName() + " " + migration.place().file();
    }

    private static String key(Finding finding) {
        return finding.migration() + " " + finding.place().file();
    }
}

package dev.migrate.engine.check;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.finding.Suppressed;
import dev.migrate.core.finding.Verdict;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.rule.JudgeOptions;
import dev.migrate.engine.ProjectFiles;
import dev.migrate.engine.event.Event;
import dev.migrate.engine.event.Events;
import dev.migrate.engine.output.Words;
import dev.migrate.engine.project.ProjectMigrations;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The verdict of the rules on what the compiled classes record: the first half of {@code check}, and the first stage of
 * {@code apply}, since a class file can come from a compiler that did not ask them.
 */
public final class Judgement {
    private final MigrationGraph graph;
    private final Judging judging;
    private final Path base;
    private final List<Finding> findings;
    private final List<Suppressed> suppressed;

    private Judgement(MigrationGraph graph, Judging judging, Path base, List<Finding> differences) {
        this.graph = graph;
        this.judging = judging;
        this.base = base;
        Verdict verdict = judging.verdict(graph);
        this.findings =
                Stream.concat(verdict.findings().stream(), differences.stream()).toList();
        this.suppressed = verdict.suppressed();
    }

    /** Judges, and tells of the stage. */
    public static Judgement of(ProjectFiles files, ProjectMigrations project, Events events) {
        return of(files, project, JudgeOptions.standard(), events);
    }

    /** Judges as the options say, and tells of the stage. */
    static Judgement of(ProjectFiles files, ProjectMigrations project, JudgeOptions options, Events events) {
        Sources sources = new Sources(files, project.index());
        events.accept(new Event.Stage("check", Words.count(project.migrations().size(), "migration")));
        return new Judgement(
                MigrationGraph.of(project.migrations()),
                new Judging(sources, project.migrations(), options),
                files.baseDirectory(),
                ReadingsComparison.findings(project.migrations(), sources.byClassName()));
    }

    /** What was judged. */
    MigrationGraph graph() {
        return graph;
    }

    /** What the rules found, and where the compiled classes are not what the compiler read. */
    List<Finding> findings() {
        return findings;
    }

    /** Whether nothing found forbids to run the migrations. */
    boolean allowsRunning() {
        return findings.stream().noneMatch(finding -> finding.level() == Finding.Level.ERROR);
    }

    /** The result without a proof. */
    public CheckResult result() {
        return result(findings, Optional.empty());
    }

    /** The result with what a proof found besides. */
    CheckResult result(List<Finding> all, Optional<String> proof) {
        return new CheckResult(
                graph.migrations().size(),
                all.stream().map(judging::located).toList(),
                suppressed.stream()
                        .map(one -> new CheckResult.Silenced(judging.located(one.finding()), one.why(), one.because()))
                        .toList(),
                proof,
                base);
    }
}

package dev.migrate.engine.check;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.engine.ProjectFiles;
import dev.migrate.engine.Settings;
import dev.migrate.engine.embedded.PostgresBinaries;
import dev.migrate.engine.event.Event;
import dev.migrate.engine.event.Events;
import dev.migrate.engine.output.Words;
import dev.migrate.engine.project.IndexTexts;
import dev.migrate.engine.project.ProjectMigrations;
import dev.migrate.engine.proof.Proof;
import dev.migrate.engine.proof.ShadowServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges a project's migrations and proves them. */
public final class CheckCommand {
    private final Settings settings;
    private final Events events;
    private final PostgresBinaries binaries;

    /**
     * The command.
     *
     * @param binaries where the shadow server comes from if it is not unpacked yet
     */
    public CheckCommand(Settings settings, Events events, PostgresBinaries binaries) {
        this.settings = settings;
        this.events = events;
        this.binaries = binaries;
    }

    /**
     * Checks.
     *
     * @throws dev.migrate.engine.MigrateException.UserFailure if the classes cannot be read, or the processor's index is
     *     missing or older than the sources
     */
    public CheckResult run(ProjectFiles files) {
        try (ProjectMigrations project = ProjectMigrations.load(files)) {
            Sources sources = new Sources(files, IndexTexts.entries(files));
            sources.refuseStale();
            events.accept(
                    new Event.Stage("check", Words.count(project.migrations().size(), "migration")));
            return check(files, project, sources);
        }
    }

    private CheckResult check(ProjectFiles files, ProjectMigrations project, Sources sources) {
        MigrationGraph graph = MigrationGraph.of(project.migrations());
        Judging judging = new Judging(sources, project.migrations());
        List<Finding> findings = new ArrayList<>(judging.findings(graph));
        Optional<String> proof = Optional.empty();
        if (findings.stream().noneMatch(CheckCommand::isError)
                && !project.migrations().isEmpty()) {
            Proof.Outcome outcome = prove(files, graph);
            findings.addAll(outcome.findings());
            proof = Optional.of(outcome.summary());
        }
        return new CheckResult(
                project.migrations().size(),
                findings.stream().map(judging::located).toList(),
                proof);
    }

    private Proof.Outcome prove(ProjectFiles files, MigrationGraph graph) {
        try (ShadowServer server = ShadowServer.open(settings, files, graph, binaries, events)) {
            return new Proof(graph, server.name()).run(server.url());
        }
    }

    private static boolean isError(Finding finding) {
        return finding.level() == Finding.Level.ERROR;
    }
}

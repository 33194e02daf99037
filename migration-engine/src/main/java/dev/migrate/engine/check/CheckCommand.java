package dev.migrate.engine.check;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.rule.JudgeOptions;
import dev.migrate.engine.ProjectFiles;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import dev.migrate.engine.embedded.PostgresBinaries;
import dev.migrate.engine.event.Events;
import dev.migrate.engine.project.ProjectMigrations;
import dev.migrate.engine.proof.Proof;
import dev.migrate.engine.proof.ShadowServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges a project's migrations and proves them; or judges folders of SQL files, which need no project. */
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
        FailOn failOn = FailOn.of(settings);
        if (!settings.list(Setting.LOCATIONS).isEmpty()) {
            return new ScriptCheck(settings, events, StartSchema.of(settings, files))
                    .run(files)
                    .failingOn(failOn);
        }
        JudgeOptions options = StartSchema.options(StartSchema.of(settings, files));
        try (ProjectMigrations project = ProjectMigrations.load(files)) {
            CheckResult all = check(files, Judgement.of(files, project, options, events));
            return Selection.of(settings).of(all, project.migrations()).failingOn(failOn);
        }
    }

    private CheckResult check(ProjectFiles files, Judgement judgement) {
        if (!judgement.allowsRunning() || judgement.graph().migrations().isEmpty()) {
            return judgement.result();
        }
        Proof.Outcome outcome = prove(files, judgement.graph());
        List<Finding> findings = new ArrayList<>(judgement.findings());
        findings.addAll(outcome.findings());
        return judgement.result(findings, Optional.of(outcome.summary()));
    }

    private Proof.Outcome prove(ProjectFiles files, MigrationGraph graph) {
        try (ShadowServer server = ShadowServer.open(settings, files, graph, binaries, events)) {
            return new Proof(graph, server.name()).run(server.url());
        }
    }
}

package dev.migrate.engine.apply;

import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.engine.ProjectFiles;
import dev.migrate.engine.Result;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import dev.migrate.engine.database.Target;
import dev.migrate.engine.event.Event;
import dev.migrate.engine.event.Events;
import dev.migrate.engine.project.ProjectMigrations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Applies a project's pending migrations. */
public final class ApplyCommand {
    private final Settings settings;
    private final Events events;
    private final Backfills backfills;
    private final Gate gate;

    /**
     * The command.
     *
     * @param gate decides about contracts on a database that is not for development
     */
    public ApplyCommand(Settings settings, Events events, Backfills backfills, Gate gate) {
        this.settings = settings;
        this.events = events;
        this.backfills = backfills;
        this.gate = gate;
    }

    /** Loads the project, whose classes stay open until the run ends: row functions are among them. */
    public Result run(ProjectFiles files, Target target) {
        try (ProjectMigrations project = ProjectMigrations.load(files)) {
            return run(project, target);
        }
    }

    /** Applies loaded migrations. */
    public Result run(ProjectMigrations project, Target target) {
        long start = System.nanoTime();
        boolean waitingFails = settings.oneOf(Setting.WAITING, "report", "fail")
                .filter("fail"::equals)
                .isPresent();
        MigrationGraph graph = Roster.of(project.migrations());
        Workplace.Tools tools = new Workplace.Tools(settings, target, graph, RunId.next(), backfills, gate, events);
        events.accept(new Event.Stage("apply", target.toString()));
        List<ApplyResult.Part> parts = new ArrayList<>();
        for (String app : graph.apps()) {
            for (Optional<String> schema : Scopes.schemas(settings)) {
                parts.add(new ApplyRun(tools, app, schema).run());
            }
        }
        return new ApplyResult(parts, waitingFails, Duration.ofNanos(System.nanoTime() - start));
    }
}

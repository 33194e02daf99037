package dev.migrate.engine.apply;

import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.engine.ProjectFiles;
import dev.migrate.engine.Result;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import dev.migrate.engine.check.CheckResult;
import dev.migrate.engine.check.Judgement;
import dev.migrate.engine.database.Target;
import dev.migrate.engine.event.Event;
import dev.migrate.engine.event.Events;
import dev.migrate.engine.project.ProjectMigrations;
import dev.migrate.engine.verify.VerifyResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** The commands that run migrations, or tell what they would run, on every app and schema in turn. */
public final class Commands {
    private final ProjectMigrations project;
    private final MigrationGraph graph;
    private final Workplace.Tools tools;

    /**
     * Commands on loaded migrations.
     *
     * @param project stays open until the last command has ended: row functions are among its classes
     * @param gate decides about contracts on a database that is not for development
     */
    public Commands(
            Settings settings,
            ProjectFiles files,
            ProjectMigrations project,
            Target target,
            Events events,
            Backfills backfills,
            Gate gate) {
        this.project = project;
        this.graph = Roster.of(project.migrations());
        this.tools = new Workplace.Tools(settings, files, target, graph, RunId.next(), backfills, gate, events);
    }

    /** Applies what is pending, unless the rules find an error that nobody accepted: then nothing is touched. */
    public Result apply() {
        long start = System.nanoTime();
        boolean waitingFails = tools.settings()
                .oneOf(Setting.WAITING, "report", "fail")
                .filter("fail"::equals)
                .isPresent();
        CheckResult check = judged();
        if (check.failed()) {
            return new RefusedResult(check);
        }
        List<ApplyResult.Part> parts = onEach((app, schema) -> new ApplyRun(tools, app, schema).run());
        return new ApplyResult(check, parts, waitingFails, Duration.ofNanos(System.nanoTime() - start));
    }

    /**
     * The verdict on what is to be run. What is applied in every schema is not judged: a newer version of the tool can
     * dislike it, and must not stop what comes after it.
     */
    private CheckResult judged() {
        CheckResult check = Judgement.of(tools.files(), project, tools.events()).result();
        if (check.findings().isEmpty()) {
            return check;
        }
        Set<String> applied = new HashSet<>();
        graph.migrations().forEach(migration -> applied.add(migration.simpleName()));
        for (String app : graph.apps()) {
            for (Optional<String> schema : Scopes.schemas(tools.settings())) {
                applied.removeAll(new Survey(tools, app, schema).notBegun());
            }
        }
        return check.onDatabaseWith(applied);
    }

    /** Undoes what is applied after the target. */
    public Result rollback() {
        tools.settings().require(Setting.TARGET);
        tools.events().accept(new Event.Stage("rollback", tools.target().toString()));
        return new RollbackResult(onEach((app, schema) -> new RollbackRun(tools, app, schema).run()));
    }

    /** Tells how far each migration is. */
    public Result status() {
        return new StatusResult(onEach((app, schema) -> new Survey(tools, app, schema).status()));
    }

    /** Tells what an apply would run. */
    public Result plan() {
        return new PlanResult(onEach((app, schema) -> new Survey(tools, app, schema).plan()));
    }

    /** Tells whether an apply could do its work now. */
    public Result validate() {
        return new ValidateResult(onEach((app, schema) -> new Validation(tools, app, schema).part()));
    }

    /** Runs the checks of what is applied. */
    public Result verify() {
        return new VerifyResult(onEach((app, schema) -> new Bookkeeping(tools, app, schema).verify()).stream()
                .flatMap(result -> result.verdicts().stream())
                .toList());
    }

    /** Records that a release is deployed or retired. */
    public Result release() {
        String name = tools.settings().require(Setting.RELEASE);
        String state =
                tools.settings().oneOf(Setting.STATE, "deployed", "retired").orElse("deployed");
        return new ReleaseResult(
                name, state, onEach((app, schema) -> new Bookkeeping(tools, app, schema).release(name, state)));
    }

    /** Adopts a database that was there before. */
    public Result baseline() {
        return new Several(onEach((app, schema) -> new Bookkeeping(tools, app, schema).baseline()));
    }

    private <T> List<T> onEach(BiFunction<String, Optional<String>, T> command) {
        List<T> results = new ArrayList<>();
        for (String app : graph.apps()) {
            for (Optional<String> schema : Scopes.schemas(tools.settings())) {
                results.add(command.apply(app, schema));
            }
        }
        return results;
    }
}

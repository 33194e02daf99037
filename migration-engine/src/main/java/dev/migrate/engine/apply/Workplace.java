package dev.migrate.engine.apply;

import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.plan.Planner;
import dev.migrate.engine.ProjectFiles;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import dev.migrate.engine.database.RunLock;
import dev.migrate.engine.database.ServerCheck;
import dev.migrate.engine.database.Session;
import dev.migrate.engine.database.Target;
import dev.migrate.engine.event.Events;
import dev.migrate.engine.history.History;
import dev.migrate.engine.history.HistoryWriter;
import dev.migrate.engine.history.Ledger;
import java.util.Optional;
import java.util.Random;

/**
 * A command at work on one app and schema: connected, the server fit, the lock held, the history read and agreeing with
 * the classes.
 */
final class Workplace implements AutoCloseable {
    private final Session session;
    private final History history;
    private final Ledger ledger;
    private final Planner planner;
    private final Run run;

    private Workplace(Session session, History history, Ledger ledger, Planner planner, Run run) {
        this.session = session;
        this.history = history;
        this.ledger = ledger;
        this.planner = planner;
        this.run = run;
    }

    /**
     * What every command needs.
     *
     * @param runId of this run
     * @param gate decides about contracts
     */
    record Tools(
            Settings settings,
            ProjectFiles files,
            Target target,
            MigrationGraph graph,
            String runId,
            Backfills backfills,
            Gate gate,
            Events events) {}

    /**
     * Opens it.
     *
     * @param again whether this run was connected before and lost it
     * @throws dev.migrate.engine.MigrateException.UserFailure if something is not as it has to be; nothing has happened
     */
    static Workplace open(Tools tools, String app, Optional<String> schema, boolean again) {
        Pace pace = Pace.of(tools.settings());
        Session session = Session.open(tools.target(), tools.runId(), Session.Role.RUN, schema, pace.lockTimeout());
        try {
            ServerCheck.refuseUnfit(session, Scopes.oldestMajor(tools.graph(), app));
            History.Scope scope = Scopes.of(tools.settings(), session, app);
            CrashPoint.hit("connected");
            if (again) {
                Orphans.endOwn(session, tools.events());
            }
            RunLock.take(session, app, scope.schema(), tools.settings().duration(Setting.LOCK_WAIT), tools.events());
            CrashPoint.hit("locked");
            History history = new History(scope);
            Ledger ledger = history.read(session);
            Planner planner = new Planner(tools.graph(), app);
            HistoryComparison.refuseDifferences(planner, ledger, scope, tools.target());
            return new Workplace(session, history, ledger, planner, run(tools, session, history, pace));
        } catch (RuntimeException failure) {
            session.close();
            throw failure;
        }
    }

    private static Run run(Tools tools, Session session, History history, Pace pace) {
        BlockerWatch watch = new BlockerWatch(
                () -> session.another(Session.Role.WATCH, Optional.empty(), pace.lockTimeout()), session.pid());
        String installedBy =
                tools.settings().text(Setting.INSTALLED_BY).orElse(System.getProperty("user.name", "unknown"));
        return new Run(
                session,
                history,
                new HistoryWriter(history.scope(), session.runId(), installedBy),
                pace,
                new Ladder(pace, watch, tools.events(), new Random()),
                watch,
                tools.backfills(),
                tools.events());
    }

    Session session() {
        return session;
    }

    History history() {
        return history;
    }

    Ledger ledger() {
        return ledger;
    }

    Planner planner() {
        return planner;
    }

    Run run() {
        return run;
    }

    @Override
    public void close() {
        run.watch().close();
        session.close();
    }
}

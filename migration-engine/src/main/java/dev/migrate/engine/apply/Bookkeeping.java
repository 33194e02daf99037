package dev.migrate.engine.apply;

import dev.migrate.core.migration.Migration;
import dev.migrate.core.plan.Planner;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import dev.migrate.engine.baseline.Baseline;
import dev.migrate.engine.baseline.BaselineResult;
import dev.migrate.engine.baseline.ForeignHistory;
import dev.migrate.engine.database.RunLock;
import dev.migrate.engine.database.ServerCheck;
import dev.migrate.engine.database.Session;
import dev.migrate.engine.history.History;
import dev.migrate.engine.history.HistoryRow;
import dev.migrate.engine.history.Ledger;
import dev.migrate.engine.release.ReleaseScope;
import dev.migrate.engine.release.Releases;
import dev.migrate.engine.verify.Verifier;
import dev.migrate.engine.verify.VerifyResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is done on one app and schema without running a migration. */
final class Bookkeeping {
    static final Duration CHECK_TIMEOUT = Duration.ofMinutes(5);

    private final Workplace.Tools tools;
    private final String app;
    private final Optional<String> schema;

    Bookkeeping(Workplace.Tools tools, String app, Optional<String> schema) {
        this.tools = tools;
        this.app = app;
        this.schema = schema;
    }

    private record Desk(Session session, History history, Ledger ledger, Planner planner) {}

    /** Runs the checks of what is applied. */
    VerifyResult verify() {
        return at(desk -> {
            Set<String> complete = desk.ledger().rows().stream()
                    .filter(row -> row.recorded().state().complete())
                    .map(HistoryRow::name)
                    .collect(Collectors.toSet());
            List<Migration> applied =
                    Checks.meaningful(tools.graph(), desk.planner().migrations(), complete);
            return new Verifier(desk.session().connection(), CHECK_TIMEOUT, tools.events()).verify(applied);
        });
    }

    /** Records that a release is deployed or retired. */
    ReleaseResult.Part release(String name, String state) {
        return at(desk -> {
            History.Scope scope = desk.history().scope();
            ReleaseScope releases = new ReleaseScope(scope.tables(), scope.app(), scope.schema());
            List<String> contained = desk.planner().migrations().stream()
                    .map(Migration::simpleName)
                    .toList();
            if (state.equals("retired")) {
                Releases.retired(desk.session().connection(), releases, name);
            } else {
                Releases.deployed(desk.session().connection(), releases, name, contained, installedBy());
            }
            return new ReleaseResult.Part(scope.app(), scope.schema(), contained);
        });
    }

    /** Adopts what is there. */
    BaselineResult baseline() {
        return at(desk -> {
            Settings settings = tools.settings();
            RunLock.take(
                    desk.session(),
                    app,
                    desk.history().scope().schema(),
                    settings.duration(Setting.LOCK_WAIT),
                    tools.events());
            Ledger ledger = desk.history().read(desk.session());
            return Baseline.adopt(
                    desk.session(),
                    desk.history(),
                    ledger,
                    desk.planner(),
                    new Baseline.Order(
                            settings.text(Setting.BASELINE_VERSION),
                            ForeignHistory.in(
                                    desk.session(), desk.history().scope().schema()),
                            Environment.toRecord(tools),
                            installedBy()));
        });
    }

    private String installedBy() {
        return tools.settings().text(Setting.INSTALLED_BY).orElse(System.getProperty("user.name", "unknown"));
    }

    private <T> T at(Function<Desk, T> work) {
        return Reconnecting.run(tools.events(), again -> once(work));
    }

    private <T> T once(Function<Desk, T> work) {
        try (Session session = Session.open(
                tools.target(),
                tools.runId(),
                Session.Role.RUN,
                schema,
                tools.settings().duration(Setting.LOCK_TIMEOUT))) {
            ServerCheck.refuseUnfit(session, Scopes.oldestMajor(tools.graph(), app));
            History history = new History(Scopes.of(tools.settings(), session, app));
            return work.apply(new Desk(session, history, history.read(session), new Planner(tools.graph(), app)));
        }
    }
}

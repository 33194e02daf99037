package dev.migrate.engine.apply;

import dev.migrate.core.plan.Planner;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.Setting;
import dev.migrate.engine.database.ServerCheck;
import dev.migrate.engine.database.Session;
import dev.migrate.engine.history.History;
import dev.migrate.engine.history.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks everything that an apply asks before it starts, without the run lock, and goes on after a no. */
final class Validation {
    private final Workplace.Tools tools;
    private final String app;
    private final Optional<String> schema;
    private final List<ValidateResult.Answer> answers = new ArrayList<>();

    Validation(Workplace.Tools tools, String app, Optional<String> schema) {
        this.tools = tools;
        this.app = app;
        this.schema = schema;
    }

    ValidateResult.Part part() {
        return Reconnecting.run(tools.events(), again -> once());
    }

    private ValidateResult.Part once() {
        answers.clear();
        try (Session session = Session.open(
                tools.target(),
                tools.runId(),
                Session.Role.RUN,
                schema,
                tools.settings().duration(Setting.LOCK_TIMEOUT))) {
            ask("server", () -> ServerCheck.refuseUnfit(session, Scopes.oldestMajor(tools.graph(), app)));
            History.Scope scope = Scopes.of(tools.settings(), session, app);
            Ledger ledger = new History(scope).read(session);
            Planner planner = new Planner(tools.graph(), app);
            ask("history", () -> HistoryComparison.refuseDifferences(planner, ledger, scope, tools.target()));
            Agenda agenda = Agenda.of(
                    planner,
                    ledger,
                    Environment.gate(tools, ledger),
                    session,
                    scope,
                    tools.settings().text(Setting.TARGET));
            ask("window", () -> agenda.refuseOutsideWindow(tools.settings().flag(Setting.MAINTENANCE_WINDOW)));
            ask("privileges", () -> new Privileges(tools.graph(), session, scope).refuseMissing(ledger, agenda));
            return new ValidateResult.Part(
                    app, scope.schema(), agenda.todo().size(), agenda.waiting().size(), answers);
        }
    }

    private void ask(String question, Runnable refusing) {
        try {
            refusing.run();
            answers.add(new ValidateResult.Answer(question, Optional.empty()));
        } catch (UserFailure no) {
            answers.add(new ValidateResult.Answer(question, Optional.of(String.valueOf(no.getMessage()))));
        }
    }
}

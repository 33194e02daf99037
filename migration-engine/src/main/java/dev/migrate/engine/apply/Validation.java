package dev.migrate.engine.apply;

import dev.migrate.core.migration.Migration;
import dev.migrate.core.operation.Effects;
import dev.migrate.core.operation.LockMode;
import dev.migrate.core.plan.MigrationPlan;
import dev.migrate.core.plan.Planner;
import dev.migrate.core.schema.Schema;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.Setting;
import dev.migrate.engine.database.ServerCheck;
import dev.migrate.engine.database.Session;
import dev.migrate.engine.history.History;
import dev.migrate.engine.history.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
            ask("privileges", () -> refuseMissingPrivileges(session, scope, ledger, agenda));
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

    private void refuseMissingPrivileges(Session session, History.Scope scope, Ledger ledger, Agenda agenda) {
        String role = session.one("SELECT current_user", row -> row.getString(1));
        if (!ledger.exists()
                && !session.holds("SELECT has_database_privilege(current_database(), 'CREATE')"
                        + " OR has_schema_privilege(to_regnamespace(" + literal(scope.tables())
                        + ")::oid, 'CREATE')")) {
            throw new UserFailure(
                    role + " may not create the schema " + scope.tables() + " of the history",
                    "fix:    GRANT CREATE ON DATABASE … TO " + role + ", or create the schema for it");
        }
        if (!session.holds("SELECT has_schema_privilege(" + literal(scope.schema()) + ", 'CREATE')")) {
            throw new UserFailure(
                    role + " may not create objects in schema " + scope.schema(),
                    "fix:    GRANT CREATE ON SCHEMA " + scope.schema() + " TO " + role);
        }
        List<String> foreign = tablesOfOthers(session, scope, agenda);
        if (!foreign.isEmpty()) {
            throw new UserFailure(
                    role + " does not own " + String.join(", ", foreign),
                    "effect: PostgreSQL lets only the owner of a table alter it",
                    "fix:    connect as the owner, or GRANT its role TO " + role);
        }
    }

    private List<String> tablesOfOthers(Session session, History.Scope scope, Agenda agenda) {
        TreeSet<String> touched = new TreeSet<>();
        for (MigrationPlan plan : agenda.todo()) {
            touched.addAll(lockedTables(plan.migration(), session.majorVersion()));
        }
        if (touched.isEmpty()) {
            return List.of();
        }
        return session.query(
                "SELECT c.relname FROM pg_class c WHERE c.relnamespace = " + literal(scope.schema())
                        + "::regnamespace AND c.relkind IN ('r', 'p') AND c.relname IN ("
                        + touched.stream().map(Validation::literal).collect(Collectors.joining(", "))
                        + ") AND NOT pg_has_role(c.relowner, 'USAGE') ORDER BY 1",
                row -> row.getString(1));
    }

    /** What the migration takes locks on; tables that it makes itself are not there yet, and so not in question. */
    private List<String> lockedTables(Migration migration, int major) {
        return tools.graph().operations(migration).stream()
                .flatMap(run -> Effects.of(run.operation(), Schema.empty(), major).locks().entrySet().stream())
                .filter(lock -> lock.getValue().compareTo(LockMode.SHARE_UPDATE_EXCLUSIVE) >= 0)
                .map(lock -> lock.getKey().name())
                .toList();
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}

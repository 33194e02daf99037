package dev.migrate.engine.apply;

import dev.migrate.core.migration.Migration;
import dev.migrate.core.plan.MigrationPlan;
import dev.migrate.core.plan.Planner;
import dev.migrate.core.plan.Recorded;
import dev.migrate.core.plan.Undo;
import dev.migrate.core.schema.Schema;
import dev.migrate.engine.Setting;
import dev.migrate.engine.database.ServerCheck;
import dev.migrate.engine.database.Session;
import dev.migrate.engine.history.History;
import dev.migrate.engine.history.HistoryRow;
import dev.migrate.engine.history.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks at one app and schema without the run lock, and changes nothing. */
final class Survey {
    private final Workplace.Tools tools;
    private final String app;
    private final Optional<String> schema;

    Survey(Workplace.Tools tools, String app, Optional<String> schema) {
        this.tools = tools;
        this.app = app;
        this.schema = schema;
    }

    private record View(Session session, History.Scope scope, Ledger ledger, Planner planner, Agenda agenda) {}

    StatusResult.Part status() {
        return look(view -> {
            Map<String, String> waiting =
                    view.agenda().waiting().stream().collect(Collectors.toMap(Waiting::name, Waiting::waitsFor));
            Map<String, List<Silences.Softened>> softened = Silences.softened(tools.graph());
            List<StatusResult.Line> lines = new ArrayList<>();
            for (Migration migration : view.planner().migrations()) {
                Optional<HistoryRow> row = view.ledger().row(migration.simpleName());
                lines.add(new StatusResult.Line(
                        migration.simpleName(),
                        kind(migration),
                        state(row, waiting.containsKey(migration.simpleName())),
                        row.map(HistoryRow::appliedAt).orElse(""),
                        row.map(HistoryRow::appliedBy).orElse(""),
                        waiting.getOrDefault(migration.simpleName(), ""),
                        Silences.of(migration, softened)));
            }
            for (String missing : view.planner().missing(view.ledger().recorded())) {
                HistoryRow row = view.ledger().row(missing).orElseThrow();
                lines.add(new StatusResult.Line(
                        missing,
                        row.kind(),
                        "missing",
                        row.appliedAt(),
                        row.appliedBy(),
                        "its class is gone",
                        Silences.none()));
            }
            List<String> edited = view.planner().edited(view.ledger().recorded()).stream()
                    .map(Migration::simpleName)
                    .toList();
            return new StatusResult.Part(app, view.scope().schema(), lines, edited);
        });
    }

    /**
     * The names of the migrations that this app has still to begin here. One that is half applied is not among them: it
     * passed the rules when it was begun, and to finish it is better than to leave it there.
     */
    Set<String> notBegun() {
        return look(view -> view.planner().migrations().stream()
                .map(Migration::simpleName)
                .filter(name -> view.ledger()
                        .row(name)
                        .filter(row -> row.recorded().state() != Recorded.State.UNDOING)
                        .isEmpty())
                .collect(Collectors.toSet()));
    }

    PlanResult.Part plan() {
        return look(view -> {
            HistoryComparison.refuseDifferences(view.planner(), view.ledger(), view.scope(), tools.target());
            List<Recorded> after = new ArrayList<>(view.ledger().recorded());
            for (MigrationPlan plan : view.agenda().todo()) {
                if (view.ledger().row(plan.name()).isEmpty()) {
                    after.add(new Recorded(
                            plan.name(),
                            Recorded.State.APPLIED,
                            plan.fingerprint().text(),
                            1));
                }
            }
            Map<String, Undo> undos = view.planner().backward(after, Optional.empty()).stream()
                    .collect(Collectors.toMap(Undo::name, Function.identity()));
            return new PlanResult.Part(
                    app,
                    view.scope().schema(),
                    planned(view, undos),
                    view.agenda().waiting(),
                    Silences.softened(tools.graph()));
        });
    }

    /** As apply would run them, each on the schema that those before it leave. */
    private List<Planned> planned(View view, Map<String, Undo> undos) {
        Schema schema = view.planner().schema(view.ledger().recorded());
        List<Planned> planned = new ArrayList<>();
        for (MigrationPlan plan : view.agenda().todo()) {
            MigrationPlan run = Hiding.hidden(tools, view.session(), view.scope(), view.ledger(), view.planner(), plan);
            Optional<Undo> undo =
                    run.equals(plan) ? Optional.ofNullable(undos.get(plan.name())) : Optional.<Undo>empty();
            Planned.Next next = Planned.of(run, undo, schema, view.session().majorVersion());
            planned.add(next.planned());
            schema = next.after();
        }
        return planned;
    }

    private static String kind(Migration migration) {
        String kind = migration
                .kind()
                .map(one -> one.name().toLowerCase(java.util.Locale.ROOT))
                .orElse("?");
        return migration.risky() && !kind.equals("risky") ? kind + ", risky" : kind;
    }

    private static String state(Optional<HistoryRow> row, boolean waits) {
        if (row.isEmpty()) {
            return waits ? "waiting" : "pending";
        }
        return switch (row.get().recorded().state()) {
            case APPLIED -> "applied";
            case BASELINE -> "baseline";
            case APPLYING -> "half applied";
            case UNDOING -> "half undone";
        };
    }

    private <T> T look(Function<View, T> report) {
        return Reconnecting.run(tools.events(), again -> lookOnce(report));
    }

    private <T> T lookOnce(Function<View, T> report) {
        try (Session session = Session.open(
                tools.target(),
                tools.runId(),
                Session.Role.RUN,
                schema,
                tools.settings().duration(Setting.LOCK_TIMEOUT))) {
            ServerCheck.refuseUnfit(session, Scopes.oldestMajor(tools.graph(), app));
            History.Scope scope = Scopes.of(tools.settings(), session, app);
            Ledger ledger = new History(scope).read(session);
            Planner planner = new Planner(tools.graph(), app);
            Gate gate = Environment.gate(tools, ledger);
            Agenda agenda = Agenda.of(
                    planner, ledger, gate, session, scope, tools.settings().text(Setting.TARGET));
            return report.apply(new View(session, scope, ledger, planner, agenda));
        }
    }
}

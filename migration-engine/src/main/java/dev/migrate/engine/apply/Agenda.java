package dev.migrate.engine.apply;

import dev.migrate.core.migration.Migration;
import dev.migrate.core.plan.MigrationPlan;
import dev.migrate.core.plan.Planner;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.Setting;
import dev.migrate.engine.database.Session;
import dev.migrate.engine.history.History;
import dev.migrate.engine.history.Ledger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a run does, decided before it does anything.
 *
 * @param todo in order
 * @param waiting contracts whose gate is shut, and what cannot run before them
 * @param direct the names that run directly: all that were pending on an empty schema, or what is left of them
 */
record Agenda(List<MigrationPlan> todo, List<Waiting> waiting, Set<String> direct) {
    Agenda {
        todo = List.copyOf(todo);
        waiting = List.copyOf(waiting);
        direct = Set.copyOf(direct);
    }

    /**
     * Decides.
     *
     * @param last the migration to stop at
     * @throws UserFailure if there is no such migration
     */
    static Agenda of(
            Planner planner, Ledger ledger, Gate gate, Session session, History.Scope scope, Optional<String> last) {
        refuseUnknownTarget(planner, last);
        List<Migration> pending = planner.pending(ledger.recorded(), last);
        Set<String> direct = direct(ledger, pending);
        List<MigrationPlan> todo = new ArrayList<>();
        List<Migration> shut = new ArrayList<>();
        List<Waiting> waiting = new ArrayList<>();
        for (Migration migration : pending) {
            Optional<String> reason = planner.waitsFor(migration, shut);
            boolean begun = ledger.row(migration.simpleName()).isPresent();
            boolean runsDirectly = direct.contains(migration.simpleName());
            if (reason.isEmpty() && Planner.contract(migration) && !runsDirectly && !begun) {
                Migration expand = planner.expandOf(migration);
                boolean expandIsNew = todo.stream().anyMatch(plan -> plan.name().equals(expand.simpleName()));
                reason = gate.waitsFor(new Gate.Question(session, scope, ledger, migration, expand, expandIsNew));
            }
            if (reason.isPresent()) {
                shut.add(migration);
                waiting.add(new Waiting(migration.simpleName(), reason.get()));
            } else {
                todo.add(planner.forward(migration, runsDirectly));
            }
        }
        return new Agenda(todo, waiting, direct);
    }

    /** On an empty schema nobody can be disturbed: that is decided once, and kept for what was pending then. */
    private static Set<String> direct(Ledger ledger, List<Migration> pending) {
        Set<String> names = new HashSet<>();
        boolean untouched = ledger.rows().isEmpty() && ledger.schemaIsEmpty();
        for (Migration migration : pending) {
            if (untouched || ledger.direct().contains(migration.simpleName())) {
                names.add(migration.simpleName());
            }
        }
        return names;
    }

    /** Refuses dangerous migrations outside a window, before anything is run. */
    void refuseOutsideWindow(boolean window) {
        for (MigrationPlan plan : todo) {
            if (plan.migration().maintenanceWindow() && !plan.direct() && !window) {
                throw new UserFailure(
                        plan.name() + " needs a maintenance window",
                        "effect: it blocks or breaks the running release while it runs",
                        "fix:    stop the traffic, then run with -D" + Setting.MAINTENANCE_WINDOW.property(),
                        "or:     -D" + Setting.TARGET.property() + "=<the migration before it>");
            }
        }
    }

    /** The names to be run. */
    List<String> names() {
        return todo.stream().map(MigrationPlan::name).toList();
    }

    private static void refuseUnknownTarget(Planner planner, Optional<String> last) {
        if (last.isPresent()
                && planner.migrations().stream()
                        .noneMatch(migration -> migration.simpleName().equals(last.get()))) {
            throw new UserFailure(
                    Setting.TARGET.property() + " names no migration: " + last.get(),
                    "needed: a class's simple name, such as "
                            + planner.migrations()
                                    .get(planner.migrations().size() - 1)
                                    .simpleName());
        }
    }
}

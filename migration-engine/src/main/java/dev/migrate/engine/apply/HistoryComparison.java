package dev.migrate.engine.apply;

import dev.migrate.core.migration.Migration;
import dev.migrate.core.plan.Planner;
import dev.migrate.core.plan.Recorded;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.Setting;
import dev.migrate.engine.database.Target;
import dev.migrate.engine.history.History;
import dev.migrate.engine.history.Ledger;
import java.util.List;
import java.util.stream.Collectors;

/** Refuses to go on where the history and the classes tell different stories. */
final class HistoryComparison {
    private static final int SHOWN = 10;

    private HistoryComparison() {}

    /**
     * Refuses edited and missing migrations, and a database that nobody recorded.
     *
     * @throws UserFailure for the first of them
     */
    static void refuseDifferences(Planner planner, Ledger ledger, History.Scope scope, Target target) {
        refuseUnrecordedSchema(ledger, scope, target);
        List<Migration> edited = planner.edited(ledger.recorded());
        if (!edited.isEmpty()) {
            Migration first = edited.get(0);
            boolean begun = ledger.row(first.simpleName())
                    .filter(row -> !row.recorded().state().complete())
                    .isPresent();
            throw new UserFailure(
                    names(edited) + (edited.size() == 1 ? " was" : " were") + " edited after "
                            + (edited.size() == 1 ? "it was " : "they were ") + (begun ? "begun" : "applied"),
                    "found:  the steps of " + first.className() + " are not those that ran"
                            + ledger.row(first.simpleName())
                                    .map(row -> " at " + row.appliedAt() + " UTC")
                                    .orElse(""),
                    "fix:    restore the class as it was, and write the change as a new migration",
                    "note:   comments, layout and the case of key words may change; steps, names and arguments may not");
        }
        List<String> missing = planner.missing(ledger.recorded());
        if (!missing.isEmpty()) {
            throw new UserFailure(
                    "the database has " + shown(missing) + " applied, and the project has no such class",
                    "found:  app " + scope.app() + ", schema " + scope.schema(),
                    "fix:    build from a version that contains " + (missing.size() == 1 ? "it" : "them")
                            + "; an applied migration is never deleted");
        }
    }

    /**
     * Refuses to go forward from the middle of a way back.
     *
     * @throws UserFailure if a rollback was interrupted
     */
    static void refuseHalfUndone(Ledger ledger) {
        ledger.rows().stream()
                .filter(row -> row.recorded().state() == Recorded.State.UNDOING)
                .findFirst()
                .ifPresent(row -> {
                    throw new UserFailure(
                            row.name() + " is half undone: a rollback was interrupted",
                            "fix:    mvn migrate:rollback with the same target goes on with it");
                });
    }

    private static void refuseUnrecordedSchema(Ledger ledger, History.Scope scope, Target target) {
        boolean unrecorded =
                !ledger.known() && ledger.rows().isEmpty() && !ledger.schemaIsEmpty() && !ledger.othersInSchema();
        if (unrecorded) {
            throw new UserFailure(
                    "schema " + scope.schema() + " holds objects, and no history says where they come from",
                    "found:  " + target,
                    "fix:    mvn migrate:baseline records what is there as the starting point",
                    "or:     another database or " + Setting.SCHEMAS.property() + ", if this is not the one you meant");
        }
    }

    private static String names(List<Migration> migrations) {
        return shown(migrations.stream().map(Migration::simpleName).toList());
    }

    private static String shown(List<String> names) {
        String listed = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return names.size() <= SHOWN ? listed : listed + " and " + (names.size() - SHOWN) + " others";
    }
}

package dev.migrate.engine.history;

import dev.migrate.core.operation.Identifiers;
import dev.migrate.core.plan.MigrationPlan;
import dev.migrate.core.plan.Planner;
import dev.migrate.core.plan.Recorded;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** The statements that write the history; each goes into the request of what it records. */
public final class HistoryWriter {
    private final History.Scope scope;
    private final String run;
    private final String installedBy;

    /** Writes for a run. */
    public HistoryWriter(History.Scope scope, String run, String installedBy) {
        this.scope = scope;
        this.run = run;
        this.installedBy = installedBy;
    }

    /**
     * Begins a run: it ends whatever run was left unfinished, and takes the next token. A run that lost its connection
     * begins again under its own id.
     *
     * @param direct the migrations that run directly, decided once and for all
     */
    public String beginRun(String command, Collection<String> direct, Collection<String> pending) {
        return "UPDATE " + scope.table("run") + " SET ended_at = pg_catalog.now(), outcome = 'dead' WHERE "
                + scope.matches() + " AND ended_at IS NULL;\nINSERT INTO " + scope.table("run")
                + " (id, app, schema, token, command, direct, pending, started_by) SELECT " + Identifiers.literal(run)
                + ", " + scope.values() + ", coalesce(max(token), 0) + 1, " + Identifiers.literal(command) + ", "
                + array(direct) + ", " + array(pending) + ", " + Identifiers.literal(installedBy) + " FROM "
                + scope.table("run") + " WHERE " + scope.matches()
                + " ON CONFLICT (id) DO UPDATE SET token = excluded.token, direct = excluded.direct,"
                + " pending = excluded.pending, ended_at = NULL, outcome = NULL";
    }

    /** Ends the run. */
    public String endRun(String outcome) {
        return "UPDATE " + scope.table("run") + " SET ended_at = pg_catalog.now(), outcome = "
                + Identifiers.literal(outcome) + " WHERE id = " + Identifiers.literal(run);
    }

    /** Records a migration that is complete with this transaction, or begins with it. */
    public String insert(MigrationPlan plan, Recorded.State state, int tries) {
        String kind = Planner.contract(plan.migration())
                ? "contract"
                : plan.migration()
                        .kind()
                        .map(one -> one.name().toLowerCase(Locale.ROOT))
                        .orElse("risky");
        return "INSERT INTO " + scope.table("history")
                + " (app, schema, name, kind, state, form, fingerprint, position, tries, took_ms, run, applied_by)"
                + " SELECT " + scope.values() + ", " + Identifiers.literal(plan.name()) + ", "
                + Identifiers.literal(kind) + ", " + Identifiers.literal(state.text()) + ", "
                + plan.fingerprint().form() + ", "
                + Identifiers.literal(plan.fingerprint().text())
                + ", coalesce(max(position), 0) + 1, " + tries + ", " + MILLIS_OF_TRANSACTION + ", "
                + Identifiers.literal(run) + ", " + Identifiers.literal(installedBy) + " FROM "
                + scope.table("history") + " WHERE " + scope.matches();
    }

    private static final String MILLIS_OF_TRANSACTION =
            "(extract(epoch FROM pg_catalog.clock_timestamp() - pg_catalog.now()) * 1000)::bigint";

    /** Completes a migration that was begun. */
    public String complete(String name, int tries) {
        return "UPDATE " + scope.table("history") + " SET state = 'applied', tries = tries + " + tries
                + ", took_ms = took_ms + (extract(epoch FROM pg_catalog.clock_timestamp() - applied_at) * 1000)::bigint,"
                + " run = " + Identifiers.literal(run) + ", applied_by = " + Identifiers.literal(installedBy)
                + ", applied_at = pg_catalog.now() WHERE " + named(name);
    }

    /** Says that a migration is being undone. */
    public String beginUndo(String name) {
        return "UPDATE " + scope.table("history") + " SET state = 'undoing', run = " + Identifiers.literal(run)
                + " WHERE " + named(name);
    }

    /** Takes an undone migration out of the history. */
    public String remove(String name) {
        return "DELETE FROM " + scope.table("step") + " WHERE " + named(name) + ";\nDELETE FROM "
                + scope.table("history") + " WHERE " + named(name);
    }

    /** Records a unit that is done. */
    public String step(String name, String direction, int number, String digest) {
        return "INSERT INTO " + scope.table("step") + " (app, schema, name, direction, number, digest, run) VALUES ("
                + scope.values() + ", " + Identifiers.literal(name) + ", " + Identifiers.literal(direction) + ", "
                + number + ", " + Identifiers.literal(digest) + ", " + Identifiers.literal(run) + ")";
    }

    private String named(String name) {
        return scope.matches() + " AND name = " + Identifiers.literal(name);
    }

    private static String array(Collection<String> names) {
        return "ARRAY[" + names.stream().map(Identifiers::literal).collect(Collectors.joining(", ")) + "]::text[]";
    }
}

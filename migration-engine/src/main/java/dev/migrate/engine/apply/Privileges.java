package dev.migrate.engine.apply;

import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.operation.Effects;
import dev.migrate.core.operation.LockMode;
import dev.migrate.core.plan.MigrationPlan;
import dev.migrate.core.schema.Schema;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.database.Session;
import dev.migrate.engine.history.History;
import dev.migrate.engine.history.Ledger;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the role has to be allowed before the first step runs. */
final class Privileges {
    private final MigrationGraph graph;
    private final Session session;
    private final History.Scope scope;

    Privileges(MigrationGraph graph, Session session, History.Scope scope) {
        this.graph = graph;
        this.session = session;
        this.scope = scope;
    }

    /**
     * Refuses what the server would refuse in the middle of the work.
     *
     * @throws UserFailure for the first privilege that is missing
     */
    void refuseMissing(Ledger ledger, Agenda agenda) {
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
        List<String> foreign = tablesOfOthers(agenda);
        if (!foreign.isEmpty()) {
            throw new UserFailure(
                    role + " does not own " + String.join(", ", foreign),
                    "effect: PostgreSQL lets only the owner of a table alter it",
                    "fix:    connect as the owner, or GRANT its role TO " + role);
        }
    }

    private List<String> tablesOfOthers(Agenda agenda) {
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
                        + touched.stream().map(Privileges::literal).collect(Collectors.joining(", "))
                        + ") AND NOT pg_has_role(c.relowner, 'USAGE') ORDER BY 1",
                row -> row.getString(1));
    }

    /** What the migration takes locks on; tables that it makes itself are not there yet, and so not in question. */
    private List<String> lockedTables(Migration migration, int major) {
        return graph.operations(migration).stream()
                .flatMap(run -> Effects.of(run.operation(), Schema.empty(), major).locks().entrySet().stream())
                .filter(lock -> lock.getValue().compareTo(LockMode.SHARE_UPDATE_EXCLUSIVE) >= 0)
                .map(lock -> lock.getKey().name())
                .toList();
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}

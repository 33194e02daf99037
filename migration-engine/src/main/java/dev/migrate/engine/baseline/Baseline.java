package dev.migrate.engine.baseline;

import dev.migrate.core.migration.Migration;
import dev.migrate.core.operation.Identifiers;
import dev.migrate.core.plan.Planner;
import dev.migrate.core.plan.Recorded;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.database.Session;
import dev.migrate.engine.history.History;
import dev.migrate.engine.history.HistoryWriter;
import dev.migrate.engine.history.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Adopts a database that was there before its history. Nothing is run: migrations up to a given one count as done, and
 * the history of another tool is copied, so that it is known after that tool's table is gone.
 */
public final class Baseline {
    /** The copied history; {@code %1$s} stands for the quoted schema of the tool's tables. */
    public static final String TABLE = """
            CREATE TABLE IF NOT EXISTS %1$s.adopted (
              app text NOT NULL,
              schema text NOT NULL,
              tool text NOT NULL,
              position integer NOT NULL,
              version text NOT NULL,
              description text NOT NULL,
              checksum text NOT NULL,
              applied_at text NOT NULL,
              applied_by text NOT NULL,
              adopted_at timestamptz NOT NULL DEFAULT pg_catalog.now(),
              PRIMARY KEY (app, schema, tool, position))""";

    private Baseline() {}

    /**
     * What to adopt.
     *
     * @param last the last migration that counts as done, by name or number; empty: none does
     * @param source the other tool, if its history is to be copied
     * @param environment production or development, kept in the history from now on
     * @param installedBy goes into the history
     */
    public record Order(
            Optional<String> last, Optional<ForeignHistory> source, String environment, String installedBy) {
        /** Refuses null. */
        public Order {
            Objects.requireNonNull(last, "last");
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(environment, "environment");
            Objects.requireNonNull(installedBy, "installedBy");
        }
    }

    /**
     * Writes the baseline in one transaction.
     *
     * @param session holds the run lock
     * @throws UserFailure if there is a history already, no such migration, or the other tool's history is unfinished;
     *     nothing is written then
     */
    public static BaselineResult adopt(Session session, History history, Ledger ledger, Planner planner, Order order) {
        refuseHistory(ledger, history.scope());
        List<Migration> covered = covered(planner, order.last());
        List<ForeignHistory.Entry> entries = order.source()
                .map(source -> source.read(session, history.scope().schema()))
                .orElse(List.of());
        List<String> statements = new ArrayList<>(List.of("BEGIN"));
        if (!ledger.exists()) {
            statements.add(history.createTables(order.environment()));
        }
        HistoryWriter writer = new HistoryWriter(history.scope(), session.runId(), order.installedBy());
        statements.add(writer.beginRun("baseline", List.of(), List.of()));
        order.source().ifPresent(source -> statements.addAll(copy(history.scope(), source, entries)));
        covered.forEach(migration ->
                statements.add(writer.insert(planner.forward(migration, false), Recorded.State.BASELINE, 0)));
        statements.add(writer.endRun("done"));
        statements.add("COMMIT");
        session.request(String.join(";\n", statements));
        return new BaselineResult(
                history.scope().app(),
                history.scope().schema(),
                covered.stream().map(Migration::simpleName).toList(),
                order.source().map(ForeignHistory::tool),
                entries.size());
    }

    private static void refuseHistory(Ledger ledger, History.Scope scope) {
        if (!ledger.rows().isEmpty()) {
            throw new UserFailure(
                    "schema " + scope.schema() + " has a history of " + scope.app() + " already: "
                            + ledger.rows().size() + (ledger.rows().size() == 1 ? " migration" : " migrations"),
                    "note:   a baseline stands at the beginning of a history; apply goes on with this one");
        }
    }

    private static List<Migration> covered(Planner planner, Optional<String> last) {
        if (last.isEmpty()) {
            return List.of();
        }
        List<Migration> migrations = planner.migrations();
        for (int i = 0; i < migrations.size(); i++) {
            if (isNamed(migrations.get(i), last.get())) {
                return migrations.subList(0, i + 1);
            }
        }
        List<String> names = migrations.stream().map(Migration::simpleName).toList();
        throw new UserFailure(
                "there is no migration " + last.get() + " to end the baseline with",
                "found:  " + (names.isEmpty() ? "none at all" : names.get(0) + " to " + names.get(names.size() - 1)),
                "fix:    give the name or number of the last migration that this database has already");
    }

    private static boolean isNamed(Migration migration, String last) {
        return migration.simpleName().equals(last)
                || (last.matches("\\d{1,30}")
                        && migration
                                .name()
                                .filter(name -> name.number().equals(new java.math.BigInteger(last)))
                                .isPresent());
    }

    private static List<String> copy(History.Scope scope, ForeignHistory source, List<ForeignHistory.Entry> entries) {
        List<String> statements = new ArrayList<>(List.of(TABLE.formatted(Identifiers.quote(scope.tables()))));
        for (int i = 0; i < entries.size(); i++) {
            ForeignHistory.Entry entry = entries.get(i);
            statements.add("INSERT INTO " + scope.table("adopted")
                    + " (app, schema, tool, position, version, description, checksum, applied_at, applied_by) VALUES ("
                    + scope.values() + ", " + Identifiers.literal(source.tool()) + ", " + (i + 1) + ", "
                    + Identifiers.literal(entry.version()) + ", " + Identifiers.literal(entry.description()) + ", "
                    + Identifiers.literal(entry.checksum()) + ", " + Identifiers.literal(entry.appliedAt()) + ", "
                    + Identifiers.literal(entry.appliedBy()) + ")");
        }
        return statements;
    }
}

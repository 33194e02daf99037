package dev.migrate.engine.verify;

import dev.migrate.core.migration.Check;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.Step;
import dev.migrate.engine.MigrateException.ToolFailure;
import dev.migrate.engine.event.Event;
import dev.migrate.engine.event.Events;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs the checks of migrations, each in a read-only transaction of its own with a time-out. */
public final class Verifier {
    private static final int FIRST_ROWS = 10;
    private static final int LONGEST_VALUE = 200;
    private static final String QUERY_CANCELED = "57014";

    private final Connection connection;
    private final Duration timeout;
    private final Events events;

    /**
     * Checks through a connection.
     *
     * @param connection in autocommit, with a search path that finds the application's tables
     * @param timeout for each query
     */
    public Verifier(Connection connection, Duration timeout, Events events) {
        this.connection = Objects.requireNonNull(connection, "connection");
        this.timeout = Objects.requireNonNull(timeout, "timeout");
        this.events = Objects.requireNonNull(events, "events");
    }

    /**
     * Runs every check of the given migrations, and goes on after one that does not hold.
     *
     * @param migrations applied ones: the checks of others have no meaning yet
     * @throws ToolFailure if the connection is lost
     */
    public VerifyResult verify(List<Migration> migrations) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Migration migration : migrations) {
            for (Check check : checks(migration)) {
                Verdict verdict = verdict(migration, check);
                verdicts.add(verdict);
                events.accept(new Event.Verdict(migration.simpleName(), check.query(), verdict.holds()));
            }
        }
        return new VerifyResult(verdicts);
    }

    /** How many checks {@link #verify} runs for a migration. */
    public static int checksOf(Migration migration) {
        return checks(migration).size();
    }

    private static List<Check> checks(Migration migration) {
        List<Check> checks = new ArrayList<>(migration.checks());
        for (Step step : migration.up()) {
            if (step instanceof Step.RecipeUse use) {
                RecipeChecks.of(use).ifPresent(checks::add);
            }
        }
        return checks;
    }

    private Verdict verdict(Migration migration, Check check) {
        try {
            // One request: a session of a run is ended soon after it goes idle in a transaction.
            execute(
                    "BEGIN READ ONLY; SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL lock_timeout = '10s'");
            try {
                execute("SET LOCAL statement_timeout = " + timeout.toMillis());
                return check.form() == Check.Form.NO_ROWS ? noRows(migration, check) : holds(migration, check);
            } catch (SQLException refused) {
                return failed(migration, check, refused);
            } finally {
                execute("ROLLBACK");
            }
        } catch (SQLException lost) {
            throw new ToolFailure(lost, "the checks cannot be run: " + lost.getMessage());
        }
    }

    private Verdict noRows(Migration migration, Check check) throws SQLException {
        List<Map<String, @Nullable String>> rows = rows(check.query(), FIRST_ROWS + 1);
        return new Verdict(
                migration.simpleName(),
                check,
                rows.isEmpty(),
                rows.subList(0, Math.min(FIRST_ROWS, rows.size())),
                rows.size() > FIRST_ROWS,
                rows.isEmpty() ? "" : "rows were found");
    }

    private Verdict holds(Migration migration, Check check) throws SQLException {
        List<Map<String, @Nullable String>> rows = rows(check.query(), 2);
        if (rows.size() != 1 || rows.get(0).size() != 1) {
            return new Verdict(migration.simpleName(), check, false, rows, false, "needed one row of one boolean");
        }
        String answer = rows.get(0).values().iterator().next();
        boolean holds = "t".equals(answer) || "true".equals(answer);
        return new Verdict(
                migration.simpleName(), check, holds, List.of(), false, holds ? "" : "the answer is " + answer);
    }

    private Verdict failed(Migration migration, Check check, SQLException refused) throws SQLException {
        String state = String.valueOf(refused.getSQLState());
        if (state.startsWith("08") || connection.isClosed()) {
            throw refused;
        }
        String why = state.equals(QUERY_CANCELED)
                ? "it took longer than " + timeout.toMillis() + " ms"
                : String.valueOf(refused.getMessage()).lines().findFirst().orElse(state);
        return new Verdict(migration.simpleName(), check, false, List.of(), false, why);
    }

    private List<Map<String, @Nullable String>> rows(String query, int limit) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.setMaxRows(limit);
            try (ResultSet result = statement.executeQuery(query)) {
                ResultSetMetaData columns = result.getMetaData();
                List<Map<String, @Nullable String>> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(row(result, columns));
                }
                return rows;
            }
        }
    }

    private static Map<String, @Nullable String> row(ResultSet result, ResultSetMetaData columns) throws SQLException {
        Map<String, @Nullable String> row = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String value = result.getString(i);
            String name = columns.getColumnLabel(i);
            row.put(
                    row.containsKey(name) ? name + " (" + i + ")" : name,
                    value == null || value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…");
        }
        return row;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

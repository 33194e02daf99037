package dev.migrate.engine.proof;

import dev.migrate.core.migration.Place;
import dev.migrate.core.plan.Unit;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** Runs units as an apply would, without history and locks: nobody else is here. */
record Trial(Connection connection) {
    private static final String BROKEN_CONNECTION = "08";

    /**
     * A statement that failed.
     *
     * @param state the SQLSTATE
     * @param reason the server's words
     */
    record Failure(String statement, Place place, String state, String reason) {
        /** Whether something that the statement names is not there. */
        boolean namesWhatIsMissing() {
            return List.of("42P01", "42703", "42704", "42883", "3F000").contains(state);
        }
    }

    /** Runs units up to the first failure, which leaves nothing of its unit. */
    Optional<Failure> run(List<Unit> units) throws SQLException {
        for (Unit unit : units) {
            Optional<Failure> failure = run(unit);
            if (failure.isPresent()) {
                return failure;
            }
        }
        return Optional.empty();
    }

    /** Runs a query for the sake of its success. */
    Optional<Failure> ask(String query, Place place) throws SQLException {
        return execute(query, place);
    }

    private Optional<Failure> run(Unit unit) throws SQLException {
        if (unit instanceof Unit.Transaction transaction) {
            return inTransaction(transaction.parts());
        }
        if (unit instanceof Unit.Alone alone) {
            return alone(alone);
        }
        // A backfill changes rows, and there are none.
        return Optional.empty();
    }

    private Optional<Failure> inTransaction(List<Unit.Statement> parts) throws SQLException {
        connection.setAutoCommit(false);
        try {
            for (Unit.Statement part : parts) {
                Optional<Failure> failure = execute(part.sql(), part.place());
                if (failure.isPresent()) {
                    connection.rollback();
                    return failure;
                }
            }
            return commit(parts);
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** Deferred constraints speak at the end. */
    private Optional<Failure> commit(List<Unit.Statement> parts) throws SQLException {
        try {
            connection.commit();
            return Optional.empty();
        } catch (SQLException refused) {
            connection.rollback();
            Unit.Statement last = parts.get(parts.size() - 1);
            return Optional.of(failure("COMMIT", last.place(), refused));
        }
    }

    private Optional<Failure> alone(Unit.Alone alone) throws SQLException {
        Unit.Statement statement = alone.statement();
        Optional<Failure> failure = execute(statement.sql(), statement.place());
        if (failure.isPresent()) {
            return failure;
        }
        Optional<Failure> unanswered = execute(alone.doneWhen(), statement.place());
        if (unanswered.isPresent()) {
            return unanswered;
        }
        return isTrue(alone.doneWhen())
                ? Optional.empty()
                : Optional.of(new Failure(
                        alone.doneWhen(), statement.place(), "", "the statement is done, and doneWhen is not true"));
    }

    private boolean isTrue(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private Optional<Failure> execute(String sql, Place place) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return Optional.empty();
        } catch (SQLException refused) {
            return Optional.of(failure(sql, place, refused));
        }
    }

    private static Failure failure(String sql, Place place, SQLException refused) throws SQLException {
        String state = refused.getSQLState() == null ? "" : refused.getSQLState();
        if (state.startsWith(BROKEN_CONNECTION)) {
            throw refused;
        }
        String words = String.valueOf(refused.getMessage()).replaceFirst("^ERROR: ", "");
        return new Failure(sql, place, state, words.replaceAll("\\s*\\n\\s*", "; "));
    }
}

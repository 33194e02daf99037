package dev.migrate.engine.database;

import java.sql.SQLException;
import java.util.Set;

/**
 * What a failure means for the run.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL Error Codes</a>
 */
final class SqlStates {
    /** lock_not_available, deadlock_detected, serialization_failure: nothing happened, and it can succeed later. */
    private static final Set<String> PASSING = Set.of("55P03", "40P01", "40001");
    /** admin_shutdown, crash_shutdown, cannot_connect_now, idle_in_transaction_session_timeout. */
    private static final Set<String> GONE = Set.of("57P01", "57P02", "57P03", "25P03");

    private SqlStates() {}

    static boolean passing(SQLException failure) {
        return PASSING.contains(state(failure));
    }

    static boolean connectionLost(SQLException failure) {
        return state(failure).startsWith("08") || GONE.contains(state(failure));
    }

    static String state(SQLException failure) {
        return failure.getSQLState() == null ? "" : failure.getSQLState();
    }
}

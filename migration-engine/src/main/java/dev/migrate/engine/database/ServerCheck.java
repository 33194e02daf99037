package dev.migrate.engine.database;

import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.Setting;
import java.time.Duration;
import java.util.Optional;

/** Refuses servers on which the promises do not hold. */
public final class ServerCheck {
    /** Holds a session of a pooler, and no lock, for longer than this program may be kept waiting. */
    private static final String HELD = "BEGIN; SET LOCAL idle_in_transaction_session_timeout = '10s'";

    private ServerCheck() {}

    /**
     * Refuses a standby, a server older than the migrations were judged for, and a pooler that gives each transaction
     * another session.
     *
     * @param oldestMajor what {@code @Migrations(postgres)} says
     * @throws UserFailure for the first of them
     */
    public static void refuseUnfit(Session session, int oldestMajor) {
        if (session.standby()) {
            throw new UserFailure(
                    session.target() + " is a standby: it can be read only",
                    "fix:    point " + Setting.URL.property() + " at the primary (targetServerType=primary among"
                            + " several hosts)");
        }
        if (session.majorVersion() < oldestMajor) {
            throw new UserFailure(
                    "the server is PostgreSQL " + session.majorVersion() + ", and the migrations were judged for "
                            + oldestMajor + " and newer",
                    "found:  " + session.target(),
                    "fix:    @Migrations(postgres = " + session.majorVersion() + "), and compile again");
        }
        if (session.pooled() && poolsTransactions(session)) {
            throw new UserFailure(
                    session.target() + " is a pooler that pools transactions",
                    "effect: the run lock and the session's settings do not hold from one statement to the next",
                    "fix:    point " + Setting.URL.property() + " at the server itself, or at a pool with"
                            + " pool_mode = session");
        }
    }

    /** Keeps the server's session busy that just answered: a pooler of transactions then answers from another one. */
    private static boolean poolsTransactions(Session session) {
        int before = session.pid();
        try (Session first = other(session);
                Session second = other(session)) {
            first.request(HELD);
            first.pid();
            second.request(HELD);
            second.pid();
            boolean moved = session.pid() != before;
            first.request("ROLLBACK");
            second.request("ROLLBACK");
            return moved;
        }
    }

    private static Session other(Session session) {
        return session.another(Session.Role.WORK, Optional.empty(), Duration.ofMillis(50));
    }
}

package dev.migrate.engine.database;

import java.sql.SQLException;

/** The connection broke, or the server went away: what was under way may or may not have happened. */
public final class ConnectionLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the exception that showed it. */
    public ConnectionLost(SQLException cause) {
        super(cause);
    }
}

package dev.migrate.engine.database;

import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** The server refused a request; the connection is fine and nothing of the request happened. */
public final class SqlFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final SQLException refusal;

    /** With the driver's exception. */
    public SqlFailure(SQLException cause) {
        super(cause);
        this.refusal = cause;
    }

    /** The SQLSTATE. */
    public String state() {
        return SqlStates.state(refusal);
    }

    /** Whether it can succeed when it is tried again: a lock, a deadlock, a serialization failure. */
    public boolean passing() {
        return SqlStates.passing(refusal);
    }

    /** The server's message without the driver's prefix. */
    public String serverMessage() {
        return server().map(ServerErrorMessage::getMessage).orElse(String.valueOf(refusal.getMessage()));
    }

    /** Detail and hint, if the server gave any. */
    public Optional<String> detail() {
        return server().flatMap(message -> Optional.ofNullable(message.getDetail()));
    }

    /** Where in the request the server points, counted from 1; 0 if nowhere. */
    public int position() {
        return server().map(ServerErrorMessage::getPosition).orElse(0);
    }

    private Optional<ServerErrorMessage> server() {
        return refusal instanceof PSQLException answered
                ? Optional.ofNullable(answered.getServerErrorMessage())
                : Optional.empty();
    }
}

package dev.migrate.engine.database;

import dev.migrate.core.operation.Identifiers;
import dev.migrate.engine.MigrateException.ToolFailure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;

/**
 * One connection, in autocommit. A request of several statements goes to the server as one message: the server starts
 * when it has all of it, so that a runner that stops in between holds no lock.
 */
public final class Session implements AutoCloseable {
    private static final String OLDEST_SERVER = "13";

    private final Connection connection;
    private final Target target;
    private final String runId;
    private final boolean standby;
    private final boolean pooled;
    private final String schema;

    private Session(
            Connection connection, Target target, String runId, boolean standby, boolean pooled, String schema) {
        this.connection = connection;
        this.target = target;
        this.runId = runId;
        this.standby = standby;
        this.pooled = pooled;
        this.schema = schema;
    }

    /** What a session is for; it ends up in {@code application_name}. */
    public enum Role {
        /** Holds the run lock, executes the steps and records them. */
        RUN(""),
        /** Watches what the run waits for. */
        WATCH(" watch"),
        /** Works on data beside the run. */
        WORK(" work");

        private final String suffix;

        Role(String suffix) {
            this.suffix = suffix;
        }
    }

    /**
     * Connects.
     *
     * @param runId goes into {@code application_name}, so that sessions of dead runs can be found
     * @param schema the target schema, first in the search path of steps; empty keeps the role's own path
     * @param lockTimeout how long statements wait for a lock where they do not say otherwise
     * @throws dev.migrate.engine.MigrateException.UserFailure if there is no connection
     */
    public static Session open(Target target, String runId, Role role, Optional<String> schema, Duration lockTimeout) {
        Connection connection = connect(target, applicationName(runId) + role.suffix);
        try {
            int major = connection.getMetaData().getDatabaseMajorVersion();
            String preamble = Preamble.sql(major, lockTimeout, schema, role != Role.WATCH);
            try (Statement statement = connection.createStatement();
                    ResultSet answer = statement.executeQuery(preamble)) {
                answer.next();
                int announced = connection.unwrap(PGConnection.class).getBackendPID();
                String current = answer.getString(3);
                return new Session(
                        connection,
                        target,
                        runId,
                        answer.getBoolean(1),
                        announced != answer.getInt(2),
                        schema.orElse(current == null ? "" : current));
            }
        } catch (SQLException failure) {
            closeQuietly(connection);
            if (SqlStates.connectionLost(failure)) {
                throw new ConnectionLost(failure);
            }
            throw new ToolFailure(failure, "the session's settings are refused: " + failure.getMessage());
        }
    }

    /** The {@code application_name} of a run's main session. */
    public static String applicationName(String runId) {
        return "migrate " + runId;
    }

    private static Connection connect(Target target, String applicationName) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        try {
            if (!target.url().startsWith("jdbc:postgresql:")) {
                throw new IllegalArgumentException("no jdbc:postgresql: in front");
            }
            source.setUrl(target.url());
        } catch (IllegalArgumentException malformed) {
            throw ConnectionFailures.malformedUrl(target, malformed);
        }
        target.user().ifPresent(source::setUser);
        target.password().ifPresent(source::setPassword);
        source.setApplicationName(applicationName);
        source.setAssumeMinServerVersion(OLDEST_SERVER);
        source.setPreferQueryMode(PreferQueryMode.SIMPLE);
        source.setTcpKeepAlive(true);
        int seconds = (int) Math.max(1, target.connectTimeout().toSeconds());
        source.setConnectTimeout(seconds);
        source.setLoginTimeout(seconds);
        try {
            return source.getConnection();
        } catch (SQLException failure) {
            throw ConnectionFailures.explain(failure, target);
        }
    }

    /** Reads one row's value. */
    @FunctionalInterface
    public interface Reader<T> {
        /** Reads the current row. */
        T read(ResultSet row) throws SQLException;
    }

    /**
     * Asks one query.
     *
     * @throws ConnectionLost if there was no answer
     * @throws SqlFailure if the server refuses it
     */
    public <T> List<T> query(String sql, Reader<T> reader) {
        try (Statement statement = statement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(reader.read(rows));
            }
            return all;
        } catch (SQLException failure) {
            throw failure(failure);
        }
    }

    /** Asks a query of one row. */
    public <T> T one(String sql, Reader<T> reader) {
        return query(sql, reader).get(0);
    }

    /** Asks a query of one boolean; null counts as false. */
    public boolean holds(String sql) {
        return query(sql, row -> row.getBoolean(1)).stream().findFirst().orElse(false);
    }

    /**
     * Sends statements as one request, executed as written: no escapes, no parameters.
     *
     * @throws ConnectionLost if there was no answer; what was sent may have happened
     * @throws SqlFailure if the server refuses it; an open transaction is rolled back
     */
    public void request(String sql) {
        try (Statement statement = statement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            RuntimeException explained = failure(failure);
            if (!(explained instanceof ConnectionLost)) {
                rollback();
            }
            throw explained;
        }
    }

    private Statement statement() throws SQLException {
        Statement statement = connection.createStatement();
        statement.setEscapeProcessing(false);
        return statement;
    }

    /** A failed request leaves its transaction open, though without locks. */
    private void rollback() {
        try (Statement statement = statement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException failure) {
            throw failure(failure);
        }
    }

    private RuntimeException failure(SQLException failure) {
        return SqlStates.connectionLost(failure) || closed() ? new ConnectionLost(failure) : new SqlFailure(failure);
    }

    private boolean closed() {
        try {
            return connection.isClosed();
        } catch (SQLException unknown) {
            return true;
        }
    }

    /** The server's process. */
    public int pid() {
        return one("SELECT pg_catalog.pg_backend_pid()", row -> row.getInt(1));
    }

    /** The server's major version. */
    public int majorVersion() {
        try {
            return connection.getMetaData().getDatabaseMajorVersion();
        } catch (SQLException failure) {
            throw failure(failure);
        }
    }

    /** Whether the server only replays another one. */
    public boolean standby() {
        return standby;
    }

    /** Whether something between this program and the server gave a process id of its own: a connection pooler. */
    public boolean pooled() {
        return pooled;
    }

    /** The target schema: the one asked for, or the one that was current; empty if there is none. */
    public String schema() {
        return schema;
    }

    /** The database it is connected to. */
    public Target target() {
        return target;
    }

    /** The run it belongs to. */
    public String runId() {
        return runId;
    }

    /** The connection, for what needs the driver itself (COPY). Leave its modes as they are. */
    public Connection connection() {
        return connection;
    }

    /** Another session of the same run. */
    public Session another(Role role, Optional<String> schema, Duration lockTimeout) {
        return open(target, runId, role, schema, lockTimeout);
    }

    /** A name in a schema, for SQL. */
    public static String qualified(String schema, String name) {
        return Identifiers.quote(schema) + "." + Identifiers.quote(name);
    }

    @Override
    public void close() {
        closeQuietly(connection);
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException ignored) {
            // The server ends the session by itself once the socket is closed.
        }
    }
}

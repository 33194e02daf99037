package dev.migrate.engine.database;

import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.Setting;
import java.sql.SQLException;

/** Why there is no connection, for people. */
final class ConnectionFailures {
    private ConnectionFailures() {}

    static UserFailure explain(SQLException failure, Target target) {
        String asUser = target.user().map(user -> " as " + user).orElse("");
        String found = "found:  " + firstLine(failure);
        return switch (SqlStates.state(failure)) {
            case "28P01", "28000" ->
                new UserFailure(
                        failure,
                        "the server refuses to log in" + asUser + " at " + target,
                        found,
                        "fix:    " + Setting.USER.property() + " and " + Setting.PASSWORD.variable()
                                + ", or the server's pg_hba.conf");
            case "3D000" ->
                new UserFailure(
                        failure,
                        "there is no such database: " + target,
                        found,
                        "fix:    correct the name in " + Setting.URL.property() + ", or create the database");
            case "08004", "08001" ->
                new UserFailure(
                        failure,
                        "no connection to " + target,
                        found,
                        "fix:    check host and port in " + Setting.URL.property() + ", and that the server runs");
            case "53300" ->
                new UserFailure(
                        failure,
                        "the server has no free connection for " + target,
                        found,
                        "fix:    free some, or raise max_connections: a run uses up to three");
            case "57P03" ->
                new UserFailure(
                        failure, "the server at " + target + " is starting or stopping", found, "fix:    try again");
            case "42501" ->
                new UserFailure(
                        failure,
                        "the role may not connect" + asUser + " to " + target,
                        found,
                        "fix:    GRANT CONNECT ON DATABASE … TO …");
            default -> new UserFailure(failure, "no connection to " + target, found);
        };
    }

    static UserFailure malformedUrl(Target target, Throwable cause) {
        return new UserFailure(
                cause,
                Setting.URL.property() + " is no PostgreSQL URL: " + target,
                "fix:    jdbc:postgresql://host:5432/database, or embedded");
    }

    private static String firstLine(SQLException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse(SqlStates.state(failure));
    }
}

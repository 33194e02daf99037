package dev.migrate.engine.apply;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Who keeps a session waiting, in words. The text of other people's queries is not asked for: it can hold secrets. */
final class Blockers {
    private Blockers() {}

    /** The query for those that block a server process. */
    static String of(int pid) {
        return "SELECT b.pid, a.usename, a.application_name, a.state, a.backend_type,"
                + " extract(epoch FROM pg_catalog.clock_timestamp() - a.xact_start)::bigint"
                + " FROM (SELECT DISTINCT unnest(pg_catalog.pg_blocking_pids(" + pid + ")) AS pid) b"
                + " LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = b.pid ORDER BY a.xact_start LIMIT 3";
    }

    /** One of them. */
    static String describe(ResultSet row) throws SQLException {
        int pid = row.getInt(1);
        if (pid == 0) {
            return "a prepared transaction";
        }
        String type = row.getString(5);
        String user = row.getString(2);
        if (user == null) {
            return "process " + pid + (type == null ? "" : ", " + type);
        }
        String application = row.getString(3);
        String state = row.getString(4);
        long seconds = row.getLong(6);
        String since = row.wasNull() ? "" : ", transaction open for " + seconds + " s";
        return "process " + pid + " of " + user
                + (application == null || application.isEmpty() ? "" : ", \"" + application + "\"")
                + (state == null ? "" : ", " + state) + since;
    }
}

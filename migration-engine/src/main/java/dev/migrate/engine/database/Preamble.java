package dev.migrate.engine.database;

import dev.migrate.core.operation.Identifiers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The settings of a session, set by one statement that also asks who answers. Roles and databases can carry settings of
 * their own ({@code ALTER ROLE … SET statement_timeout}), so nothing is left to them.
 */
final class Preamble {
    /** Holds a transaction that lost its runner to this at most. */
    private static final String IDLE_IN_TRANSACTION = "250ms";

    /** How soon a server process notices that its runner is dead while it waits for a lock. */
    private static final String CONNECTION_CHECK = "250ms";

    private Preamble() {}

    static String sql(int majorVersion, Duration lockTimeout, Optional<String> schema, boolean steps) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("lock_timeout", lockTimeout.toMillis() + "ms");
        settings.put("statement_timeout", "0");
        settings.put("idle_in_transaction_session_timeout", IDLE_IN_TRANSACTION);
        settings.put("tcp_user_timeout", "5s");
        settings.put("tcp_keepalives_idle", "5");
        settings.put("tcp_keepalives_interval", "2");
        settings.put("tcp_keepalives_count", "3");
        settings.put("standard_conforming_strings", "on");
        settings.put("default_transaction_isolation", "read committed");
        settings.put("default_transaction_read_only", "off");
        settings.put("default_transaction_deferrable", "off");
        settings.put("TimeZone", "UTC");
        settings.put("DateStyle", "ISO");
        if (majorVersion >= 14) {
            settings.put("client_connection_check_interval", CONNECTION_CHECK);
            settings.put("idle_session_timeout", "0");
        }
        if (majorVersion >= 17) {
            settings.put("transaction_timeout", "0");
        }
        String calls = settings.entrySet().stream()
                .map(entry -> "set_config(" + Identifiers.literal(entry.getKey()) + ", "
                        + Identifiers.literal(entry.getValue()) + ", false)")
                .collect(Collectors.joining(", "));
        return "SELECT " + identity() + ", " + calls + ", " + searchPath(schema, steps);
    }

    private static String identity() {
        return "pg_catalog.pg_is_in_recovery(), pg_catalog.pg_backend_pid(), pg_catalog.current_schema()";
    }

    /** Steps see the target schema first; the tool's own statements name everything in full. */
    private static String searchPath(Optional<String> schema, boolean steps) {
        if (!steps) {
            return "set_config('search_path', 'pg_catalog, pg_temp', false)";
        }
        String first = schema.map(name -> Identifiers.literal(Identifiers.quote(name)))
                .orElse("pg_catalog.quote_ident(pg_catalog.current_schema())");
        return "set_config('search_path', pg_catalog.concat_ws(', ', " + first
                + ", nullif(current_setting('search_path'), '')), false)";
    }
}

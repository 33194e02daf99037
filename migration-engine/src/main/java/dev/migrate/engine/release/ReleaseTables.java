package dev.migrate.engine.release;

import dev.migrate.core.operation.Identifiers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The tables of releases, forced gates and tombstones; {@code %1$s} stands for the quoted schema of the tool. */
public final class ReleaseTables {
    /** The statements that create them where they are not there yet. */
    public static final List<String> TABLES = List.of("""
            CREATE TABLE IF NOT EXISTS %1$s.release (
              app text NOT NULL,
              schema text NOT NULL,
              name text NOT NULL,
              position integer NOT NULL,
              recorded_by text NOT NULL,
              deployed_at timestamptz NOT NULL DEFAULT pg_catalog.now(),
              retired_at timestamptz,
              PRIMARY KEY (app, schema, name))""", """
            CREATE TABLE IF NOT EXISTS %1$s.release_migration (
              app text NOT NULL,
              schema text NOT NULL,
              release text NOT NULL,
              name text NOT NULL,
              PRIMARY KEY (app, schema, release, name))""", """
            CREATE TABLE IF NOT EXISTS %1$s.gate_forced (
              app text NOT NULL,
              schema text NOT NULL,
              name text NOT NULL,
              waited_for text NOT NULL,
              because text NOT NULL,
              forced_by text NOT NULL,
              forced_at timestamptz NOT NULL DEFAULT pg_catalog.now())""", """
            CREATE TABLE IF NOT EXISTS %1$s.tombstone (
              app text NOT NULL,
              schema text NOT NULL,
              name text NOT NULL,
              table_schema text NOT NULL,
              table_name text NOT NULL,
              column_name text NOT NULL,
              hidden_as text NOT NULL,
              was_not_null boolean NOT NULL,
              column_default text,
              constraint_names text[] NOT NULL,
              constraint_definitions text[] NOT NULL,
              hidden_at timestamptz NOT NULL DEFAULT pg_catalog.now(),
              dropped_at timestamptz,
              PRIMARY KEY (app, schema, name, table_schema, table_name, column_name))""");

    private ReleaseTables() {}

    /** Makes them if the history was made before it had them. */
    static void prepare(Connection connection, ReleaseScope scope) throws SQLException {
        if (exist(connection, scope)) {
            return;
        }
        String quoted = Identifiers.quote(scope.tables());
        Sql.execute(connection, "CREATE SCHEMA IF NOT EXISTS " + quoted);
        for (String table : TABLES) {
            Sql.execute(connection, table.formatted(quoted));
        }
    }

    /** Whether all are there; the last one made tells. */
    static boolean exist(Connection connection, ReleaseScope scope) throws SQLException {
        return Sql.one(
                connection,
                "SELECT pg_catalog.to_regclass(" + Identifiers.literal(scope.table("tombstone")) + ") IS NOT NULL",
                row -> row.getBoolean(1));
    }
}

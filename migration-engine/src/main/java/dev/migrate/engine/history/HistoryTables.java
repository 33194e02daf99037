package dev.migrate.engine.history;

import dev.migrate.core.operation.Identifiers;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The tool's own tables. Every key begins with (app, schema), so that one set of tables serves all of a database. A
 * change of meaning raises {@link #FORM}; a tool refuses a newer form than its own.
 */
public final class HistoryTables {
    /** The version of the tables' form. */
    public static final int FORM = 1;

    private static final List<String> TABLES = List.of("""
            CREATE TABLE %1$s.form (
              only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
              version integer NOT NULL,
              environment text NOT NULL,
              created_at timestamptz NOT NULL DEFAULT pg_catalog.now())""", """
            CREATE TABLE %1$s.run (
              id text PRIMARY KEY,
              app text NOT NULL,
              schema text NOT NULL,
              token bigint NOT NULL,
              command text NOT NULL,
              direct text[] NOT NULL,
              pending text[] NOT NULL,
              started_by text NOT NULL,
              started_at timestamptz NOT NULL DEFAULT pg_catalog.now(),
              ended_at timestamptz,
              outcome text,
              UNIQUE (app, schema, token))""", """
            CREATE TABLE %1$s.history (
              app text NOT NULL,
              schema text NOT NULL,
              name text NOT NULL,
              kind text NOT NULL,
              state text NOT NULL CHECK (state IN ('applied', 'baseline', 'applying', 'undoing')),
              form integer NOT NULL,
              fingerprint text NOT NULL,
              position integer NOT NULL,
              tries integer NOT NULL,
              took_ms bigint NOT NULL,
              run text NOT NULL,
              applied_by text NOT NULL,
              applied_at timestamptz NOT NULL DEFAULT pg_catalog.now(),
              PRIMARY KEY (app, schema, name))""", """
            CREATE TABLE %1$s.step (
              app text NOT NULL,
              schema text NOT NULL,
              name text NOT NULL,
              direction text NOT NULL CHECK (direction IN ('up', 'down')),
              number integer NOT NULL,
              digest text NOT NULL,
              run text NOT NULL,
              done_at timestamptz NOT NULL DEFAULT pg_catalog.clock_timestamp(),
              PRIMARY KEY (app, schema, name, direction, number))""");

    private HistoryTables() {}

    /**
     * The statements that create them, without a transaction around.
     *
     * @param schema the tool's schema
     * @param environment {@code production} or {@code development}, kept from the first apply on
     */
    static String create(String schema, String environment) {
        String quoted = Identifiers.quote(schema);
        String tables = TABLES.stream().map(table -> table.formatted(quoted)).collect(Collectors.joining(";\n"));
        return "CREATE SCHEMA IF NOT EXISTS " + quoted + ";\n" + tables + ";\nINSERT INTO " + quoted
                + ".form (version, environment) VALUES (" + FORM + ", " + Identifiers.literal(environment) + ")";
    }
}

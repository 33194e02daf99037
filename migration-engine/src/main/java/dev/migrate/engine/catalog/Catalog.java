package dev.migrate.engine.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The user's objects of a database as sorted lines, one an object: equal texts are equal schemas. Left out are what
 * statements cannot name and a later reader cannot see: object ids, column positions, statistics, objects of extensions,
 * and the tool's own schema.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalogs.html">System Catalogs</a>
 */
public final class Catalog {
    private static final String MINE = """
            n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND n.nspname <> ?
            AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                            WHERE e.classid = '%1$s'::pg_catalog.regclass AND e.objid = %2$s.oid AND e.deptype = 'e')
            """;

    private static final List<String> QUERIES = List.of(
            "SELECT pg_catalog.format('schema %I', n.nspname) FROM pg_catalog.pg_namespace n WHERE "
                    + mine("pg_namespace", "n"),
            """
            SELECT pg_catalog.format('relation %I.%I kind=%s persistence=%s options=%s partition=%s', n.nspname,
                     c.relname, c.relkind, c.relpersistence, c.reloptions, pg_catalog.pg_get_expr(c.relpartbound, c.oid))
              FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c') AND
            """ + mine("pg_class", "c"),
            """
            SELECT pg_catalog.format('column %I.%I.%I %s notnull=%s default=%s identity=%s generated=%s collation=%s',
                     n.nspname, c.relname, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull,
                     pg_catalog.pg_get_expr(d.adbin, d.adrelid), a.attidentity, a.attgenerated, l.collname)
              FROM pg_catalog.pg_attribute a
              JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
              LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
              LEFT JOIN pg_catalog.pg_collation l ON l.oid = a.attcollation
             WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c') AND
            """ + mine("pg_class", "c"),
            """
            SELECT pg_catalog.format('constraint %s %I %s validated=%s', coalesce(o.conrelid::regclass::text,
                     o.contypid::regtype::text), o.conname, pg_catalog.pg_get_constraintdef(o.oid), o.convalidated)
              FROM pg_catalog.pg_constraint o JOIN pg_catalog.pg_namespace n ON n.oid = o.connamespace
             WHERE o.contype <> 'n' AND
            """ + mine("pg_constraint", "o"),
            """
            SELECT pg_catalog.format('index %s valid=%s ready=%s replica_identity=%s',
                     pg_catalog.pg_get_indexdef(i.indexrelid), i.indisvalid, i.indisready, i.indisreplident)
              FROM pg_catalog.pg_index i
              JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             WHERE n.nspname <> 'pg_toast' AND
            """ + mine("pg_class", "c"),
            """
            SELECT pg_catalog.format('sequence %I.%I %s start=%s increment=%s min=%s max=%s cycle=%s', n.nspname,
                     c.relname, pg_catalog.format_type(s.seqtypid, NULL), s.seqstart, s.seqincrement, s.seqmin, s.seqmax,
                     s.seqcycle)
              FROM pg_catalog.pg_sequence s
              JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE
            """ + mine("pg_class", "c"),
            """
            SELECT pg_catalog.format('view %I.%I %s', n.nspname, c.relname, pg_catalog.pg_get_viewdef(c.oid))
              FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind IN ('v', 'm') AND
            """ + mine("pg_class", "c"),
            """
            SELECT pg_catalog.format('routine %s', pg_catalog.pg_get_functiondef(p.oid))
              FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
             WHERE p.prokind IN ('f', 'p') AND
            """ + mine("pg_proc", "p"),
            """
            SELECT pg_catalog.format('trigger %s enabled=%s', pg_catalog.pg_get_triggerdef(t.oid), t.tgenabled)
              FROM pg_catalog.pg_trigger t
              JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             WHERE NOT t.tgisinternal AND
            """ + mine("pg_class", "c"),
            """
            SELECT pg_catalog.format('rule %s', pg_catalog.pg_get_ruledef(r.oid))
              FROM pg_catalog.pg_rewrite r
              JOIN pg_catalog.pg_class c ON c.oid = r.ev_class
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             WHERE r.rulename <> '_RETURN' AND
            """ + mine("pg_class", "c"),
            """
            SELECT pg_catalog.format('policy %I on %s %s %s using=%s check=%s', p.polname, p.polrelid::regclass,
                     p.polcmd, p.polpermissive, pg_catalog.pg_get_expr(p.polqual, p.polrelid),
                     pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid))
              FROM pg_catalog.pg_policy p
              JOIN pg_catalog.pg_class c ON c.oid = p.polrelid
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE
            """ + mine("pg_class", "c"),
            """
            SELECT pg_catalog.format('type %I.%I kind=%s base=%s notnull=%s default=%s labels=%s', n.nspname, t.typname,
                     t.typtype, pg_catalog.format_type(nullif(t.typbasetype, 0), t.typtypmod), t.typnotnull, t.typdefault,
                     (SELECT pg_catalog.string_agg(pg_catalog.quote_literal(e.enumlabel), ',' ORDER BY e.enumsortorder)
                        FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid))
              FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
             WHERE t.typtype IN ('d', 'e', 'r') AND
            """ + mine("pg_type", "t"),
            """
            SELECT pg_catalog.format('comment %s %s', pg_catalog.pg_describe_object(d.classoid, d.objoid, d.objsubid),
                     pg_catalog.quote_literal(d.description))
              FROM pg_catalog.pg_description d
              JOIN pg_catalog.pg_class c ON d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND c.oid = d.objoid
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE
            """ + mine("pg_class", "c"));

    private Catalog() {}

    /**
     * Describes all but the tool's schema of the default name.
     *
     * @param connection in autocommit mode; it is left so
     */
    public static String describe(Connection connection) throws SQLException {
        return describe(connection, "migrate");
    }

    /**
     * Describes all but one schema.
     *
     * @param connection in autocommit mode; it is left so
     * @param historySchema the tool's own schema
     */
    public static String describe(Connection connection, String historySchema) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            // With an empty search path every name in a definition is printed with its schema.
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
            statement.execute("SET LOCAL search_path = ''");
            List<String> lines = new ArrayList<>();
            for (String query : QUERIES) {
                read(connection, query, historySchema, lines);
            }
            Collections.sort(lines);
            return String.join("\n", lines);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static void read(Connection connection, String query, String historySchema, List<String> lines)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, historySchema);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    lines.add(result.getString(1).strip().replace("\n", "\\n"));
                }
            }
        }
    }

    private static String mine(String catalog, String alias) {
        return MINE.formatted("pg_catalog." + catalog, alias);
    }
}

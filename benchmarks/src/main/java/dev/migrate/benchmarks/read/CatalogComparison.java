package dev.migrate.benchmarks.read;

import dev.migrate.core.operation.ConstraintSpec;
import dev.migrate.core.schema.Column;
import dev.migrate.core.schema.Constraint;
import dev.migrate.core.schema.Index;
import dev.migrate.core.schema.Schema;
import dev.migrate.core.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** A folded schema beside the catalog of the server that executed the same statements. */
final class CatalogComparison {
    /** One line a fact, in the words of {@link #folded}. */
    private static final List<String> FACTS = List.of("""
            SELECT 'table ' || relname FROM pg_class
             WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
            """, """
            SELECT 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                   || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
                   || CASE WHEN a.atthasdef OR a.attidentity <> '' THEN ' fills itself' ELSE '' END
              FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
             WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0
               AND NOT a.attisdropped
            """, """
            SELECT CASE k.contype WHEN 'p' THEN 'primary key ' WHEN 'u' THEN 'unique ' WHEN 'f' THEN 'foreign key '
                                  ELSE 'check ' END || c.relname || '.' || k.conname
                   || CASE WHEN k.contype = 'c' THEN '' ELSE ' (' || (SELECT string_agg(a.attname, ', ' ORDER BY o.at)
                        FROM unnest(k.conkey) WITH ORDINALITY o (num, at)
                        JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = o.num) || ')' END
                   || CASE WHEN k.contype = 'f' THEN ' to ' || r.relname ELSE '' END
                   || CASE WHEN k.convalidated THEN '' ELSE ' not valid' END
              FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid LEFT JOIN pg_class r ON r.oid = k.confrelid
             WHERE k.connamespace = 'public'::regnamespace AND k.contype IN ('p', 'u', 'f', 'c')
            """, """
            SELECT 'index ' || c.relname || '.' || i.relname || CASE WHEN x.indisunique THEN ' unique' ELSE '' END
                   || ' ' || m.amname || ' of ' || x.indnkeyatts || CASE WHEN x.indpred IS NULL THEN '' ELSE ' where' END
              FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class c ON c.oid = x.indrelid
              JOIN pg_am m ON m.oid = i.relam
             WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
            """);

    private CatalogComparison() {}

    /**
     * What one side has and the other has not.
     *
     * @param facts takes the number of facts compared
     */
    static List<String> differences(Connection connection, Schema schema, java.util.function.IntConsumer facts)
            throws SQLException {
        SortedSet<String> server = new TreeSet<>();
        for (String query : FACTS) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    server.add(rows.getString(1));
                }
            }
        }
        SortedSet<String> ours = folded(schema);
        facts.accept(server.size());
        List<String> differences = new ArrayList<>();
        ours.stream().filter(fact -> !server.contains(fact)).forEach(fact -> differences.add("ours alone: " + fact));
        server.stream().filter(fact -> !ours.contains(fact)).forEach(fact -> differences.add("server alone: " + fact));
        return differences;
    }

    private static SortedSet<String> folded(Schema schema) {
        SortedSet<String> facts = new TreeSet<>();
        schema.tables().filter(Table::known).forEach(table -> {
            String name = table.name().name();
            facts.add("table " + name);
            table.columns().forEach(column -> facts.add(fact(name, table, column)));
            table.constraints().forEach(constraint -> {
                if (!(constraint.spec() instanceof ConstraintSpec.NotNull)
                        && !(constraint.spec() instanceof ConstraintSpec.Exclusion)) {
                    facts.add(fact(name, constraint));
                }
            });
            table.indexes().forEach(index -> facts.add(fact(name, index)));
        });
        return facts;
    }

    private static String fact(String table, Table of, Column column) {
        boolean notNull = column.notNull() || of.primaryKey().contains(column.name());
        boolean fillsItself = column.defaultExpression()
                        .filter(text -> !text.equalsIgnoreCase("null"))
                        .isPresent()
                || column.type().serial()
                || column.generated().isPresent();
        return "column " + table + "." + column.name() + " " + column.type().stored() + (notNull ? " not null" : "")
                + (fillsItself ? " fills itself" : "");
    }

    private static String fact(String table, Constraint constraint) {
        String named = table + "." + constraint.name();
        String state = constraint.validated() ? "" : " not valid";
        String columns = " (" + String.join(", ", constraint.columns()) + ")";
        if (constraint.spec() instanceof ConstraintSpec.ForeignKey key) {
            return "foreign key " + named + columns + " to "
                    + key.referencedTable().name() + state;
        }
        if (constraint.spec() instanceof ConstraintSpec.PrimaryKey) {
            return "primary key " + named + columns + state;
        }
        return constraint.key() ? "unique " + named + columns + state : "check " + named + state;
    }

    private static String fact(String table, Index index) {
        return "index " + table + "." + index.name() + (index.unique() ? " unique" : "") + " " + index.method() + " of "
                + index.keys().size() + (index.where().isPresent() ? " where" : "");
    }
}

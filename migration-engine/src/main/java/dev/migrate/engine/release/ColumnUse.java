package dev.migrate.engine.release;

import dev.migrate.core.operation.Identifiers;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.engine.MigrateException.UserFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A column as the catalog has it, and what in the database still needs it. */
record ColumnUse(
        ObjectName table,
        String column,
        int number,
        boolean notNull,
        boolean identity,
        Optional<String> columnDefault,
        List<HiddenColumn.Constraint> constraints) {
    private static final String COLUMN = """
            SELECT n.nspname, c.relname, a.attnum, a.attnotnull, a.attidentity <> '',
              CASE WHEN a.attgenerated = '' THEN pg_catalog.pg_get_expr(d.adbin, d.adrelid) END
            FROM pg_catalog.pg_attribute a
            JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE a.attrelid = pg_catalog.to_regclass(%s) AND a.attname = %s AND a.attnum > 0 AND NOT a.attisdropped""";

    private static final String CONSTRAINTS = """
            SELECT conname, pg_catalog.pg_get_constraintdef(oid) FROM pg_catalog.pg_constraint
            WHERE conrelid = %1$s AND %2$s = ANY (conkey) AND contype IN ('c', 'u', 'f', 'x') ORDER BY conname""";

    /** What the server would refuse to lose, or what would go on reading the column under its new name. */
    private static final String DEPENDENTS = """
            SELECT CASE WHEN d.classid = 'pg_catalog.pg_rewrite'::regclass
                THEN (SELECT CASE c.relkind WHEN 'm' THEN 'materialized view ' WHEN 'v' THEN 'view ' ELSE 'rule of ' END
                        || c.oid::regclass FROM pg_catalog.pg_rewrite r JOIN pg_catalog.pg_class c ON c.oid = r.ev_class
                      WHERE r.oid = d.objid)
                ELSE pg_catalog.pg_describe_object(d.classid, d.objid, d.objsubid) END
            FROM pg_catalog.pg_depend d
            WHERE d.refclassid = 'pg_catalog.pg_class'::regclass AND d.refobjid = %1$s AND d.refobjsubid = %2$s
              AND (d.classid IN ('pg_catalog.pg_rewrite'::regclass, 'pg_catalog.pg_proc'::regclass, 'pg_catalog.pg_policy'::regclass)
                OR d.classid = 'pg_catalog.pg_trigger'::regclass
                  AND NOT (SELECT t.tgisinternal FROM pg_catalog.pg_trigger t WHERE t.oid = d.objid)
                OR d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = %1$s AND d.objsubid NOT IN (0, %2$s)
                OR d.classid = 'pg_catalog.pg_attrdef'::regclass
                  AND (SELECT f.adnum FROM pg_catalog.pg_attrdef f WHERE f.oid = d.objid) <> %2$s)
            UNION
            SELECT 'constraint ' || conname || ' of ' || conrelid::regclass FROM pg_catalog.pg_constraint
            WHERE contype = 'f' AND confrelid = %1$s AND %2$s = ANY (confkey) AND conrelid <> %1$s
            UNION
            SELECT 'the primary key ' || conname FROM pg_catalog.pg_constraint
            WHERE contype = 'p' AND conrelid = %1$s AND %2$s = ANY (conkey)
            UNION
            SELECT 'the partitioning of ' || partrelid::regclass FROM pg_catalog.pg_partitioned_table
            WHERE partrelid = %1$s AND %2$s = ANY (partattrs::int2[])
            UNION
            SELECT 'index ' || i.indexrelid::regclass || ' (NULLS NOT DISTINCT)' FROM pg_catalog.pg_index i
            WHERE i.indrelid = %1$s AND %2$s = ANY (i.indkey::int2[]) AND i.indisunique
              AND pg_catalog.to_jsonb(i) ->> 'indnullsnotdistinct' = 'true'
              AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype = 'u')
            ORDER BY 1""";

    /** Looks a column up, as the connection's search path finds its table. */
    static Optional<ColumnUse> find(Connection connection, ObjectName name, String column) throws SQLException {
        List<ColumnUse> found = Sql.all(
                connection,
                COLUMN.formatted(Identifiers.literal(name.sql()), Identifiers.literal(column)),
                row -> new ColumnUse(
                        ObjectName.of(row.getString(1), row.getString(2)),
                        column,
                        row.getInt(3),
                        row.getBoolean(4),
                        row.getBoolean(5),
                        Optional.ofNullable(row.getString(6)),
                        List.of()));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        ColumnUse bare = found.get(0);
        return Optional.of(new ColumnUse(
                bare.table(),
                column,
                bare.number(),
                bare.notNull(),
                bare.identity(),
                bare.columnDefault(),
                Sql.all(
                        connection,
                        CONSTRAINTS.formatted(bare.regclass(), bare.number()),
                        row -> new HiddenColumn.Constraint(row.getString(1), row.getString(2)))));
    }

    private String regclass() {
        return Identifiers.literal(table.sql()) + "::pg_catalog.regclass";
    }

    /** Refuses a column that something else in the database needs. */
    void refuseDependents(Connection connection, String contract) throws SQLException {
        List<String> dependents = Sql.all(
                connection, DEPENDENTS.formatted(regclass(), "'" + number + "'::int2"), row -> row.getString(1));
        if (!dependents.isEmpty()) {
            throw new UserFailure(
                    contract + " cannot hide " + table + "." + column + ": something in the database needs it",
                    "found:  " + String.join(", ", dependents.subList(0, Math.min(10, dependents.size())))
                            + (dependents.size() > 10 ? " and " + (dependents.size() - 10) + " others" : ""),
                    "fix:    change or drop that first, in a migration before " + contract);
        }
        if (identity) {
            throw new UserFailure(
                    contract + " cannot hide " + table + "." + column + ": it is an identity column",
                    "fix:    ALTER TABLE " + table.sql() + " ALTER COLUMN " + Identifiers.quote(column)
                            + " DROP IDENTITY, in a migration before " + contract);
        }
    }
}

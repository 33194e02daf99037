package dev.migrate.engine.backfill;

import dev.migrate.core.operation.Identifiers;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.recipe.Backfill;
import dev.migrate.engine.MigrateException.UserFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The table of a backfill as the catalog describes it.
 *
 * @param key the column of the integer key
 * @param column the column to fill
 * @param columnType a name of its type without a length, so that a value that is too long is refused, not cut
 * @param types the type names of all columns, domains as what they are made of
 */
record FilledTable(ObjectName name, String key, String column, String columnType, Map<String, String> types) {
    private static final String COLUMNS = """
            SELECT a.attname, b.typname,
              pg_catalog.quote_ident(n.nspname) || '."' || replace(t.typname, '"', '""') || '"',
              EXISTS (SELECT FROM pg_catalog.pg_attrdef d WHERE d.adrelid = a.attrelid AND d.adnum = a.attnum)
            FROM pg_catalog.pg_attribute a
            JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
            JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
            JOIN pg_catalog.pg_type b ON b.oid = coalesce(nullif(t.typbasetype, 0), t.oid)
            WHERE a.attrelid = %s AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum""";

    /** The primary key first, then unique indexes by name; whole, valid, of one integer column that is never NULL. */
    private static final String KEY = """
            SELECT a.attname FROM pg_catalog.pg_index i
            JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
            JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
            WHERE i.indrelid = %s AND i.indisunique AND i.indisvalid AND i.indimmediate AND i.indnkeyatts = 1
              AND i.indpred IS NULL AND i.indexprs IS NULL AND a.attnotnull
              AND a.atttypid IN ('pg_catalog.int2'::regtype, 'pg_catalog.int4'::regtype, 'pg_catalog.int8'::regtype)
            ORDER BY i.indisprimary DESC, c.relname LIMIT 1""";

    private record Column(String name, String type, String quotedType, boolean hasDefault) {}

    /**
     * Looks the recipe's table up, as the connection's search path finds it.
     *
     * @throws UserFailure if the table or a column is not there, or the table has no single integer key
     */
    static FilledTable of(Connection connection, Backfill recipe) throws SQLException {
        ObjectName table = find(connection, recipe);
        String regclass = Identifiers.literal(table.sql()) + "::pg_catalog.regclass";
        List<Column> columns = Query.all(
                connection,
                COLUMNS.formatted(regclass),
                row -> new Column(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)));
        Column filled = columns.stream()
                .filter(column -> column.name().equals(recipe.column()))
                .findFirst()
                .orElseThrow(() -> noColumn(table, recipe.column(), columns));
        if (recipe.oldWritersGet().isPresent() && !filled.hasDefault()) {
            throw new UserFailure(
                    "the backfill of " + table + "." + recipe.column() + " cannot begin without its default",
                    "effect: rows that the running release inserts meanwhile would stay NULL",
                    "fix:    ALTER TABLE " + table.sql() + " ALTER COLUMN " + Identifiers.quote(recipe.column())
                            + " SET DEFAULT " + recipe.oldWritersGet().get());
        }
        Map<String, String> types = new LinkedHashMap<>();
        columns.forEach(column -> types.put(column.name(), column.type()));
        return new FilledTable(table, key(connection, table, regclass), filled.name(), filled.quotedType(), types);
    }

    private static ObjectName find(Connection connection, Backfill recipe) throws SQLException {
        String name = Identifiers.literal(Identifiers.quote(recipe.table()));
        Optional<ObjectName> found = Query.all(
                        connection,
                        "SELECT n.nspname, c.relname FROM pg_catalog.pg_class c"
                                + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                                + " WHERE c.relkind IN ('r', 'p') AND c.oid = pg_catalog.to_regclass(" + name + ")",
                        row -> ObjectName.of(row.getString(1), row.getString(2)))
                .stream()
                .findFirst();
        return found.orElseThrow(() -> new UserFailure("there is no table " + recipe.table() + " to backfill"));
    }

    private static String key(Connection connection, ObjectName table, String regclass) throws SQLException {
        return Query.all(connection, KEY.formatted(regclass), row -> row.getString(1)).stream()
                .findFirst()
                .orElseThrow(() -> new UserFailure(
                        table + " cannot be backfilled: it has no integer key of one column",
                        "needed: a primary key or unique index on one NOT NULL column of type smallint, integer or bigint",
                        "fix:    fill the column with sql(\"UPDATE …\"), in parts that are short enough"));
    }

    private static UserFailure noColumn(ObjectName table, String column, List<Column> columns) {
        return new UserFailure(
                "there is no column " + table + "." + column + " to backfill",
                "found:  "
                        + String.join(", ", columns.stream().map(Column::name).toList()));
    }

    String sql() {
        return name.sql();
    }

    String quotedKey() {
        return Identifiers.quote(key);
    }

    String quotedColumn() {
        return Identifiers.quote(column);
    }

    /** {@code table.column}, for messages. */
    String filled() {
        return name + "." + column;
    }
}

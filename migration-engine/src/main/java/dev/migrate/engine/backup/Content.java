package dev.migrate.engine.backup;

import dev.migrate.core.operation.Identifiers;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.engine.backup.Manifest.Column;
import dev.migrate.engine.backup.Manifest.Sequence;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the server says about a table's rows, the same on both sides of a backup. */
final class Content {
    /** Everything that changes how a value looks as text; and a policy that hides rows becomes an error. */
    private static final String PINNED = """
            SET LOCAL TimeZone = 'UTC';
            SET LOCAL DateStyle = 'ISO, YMD';
            SET LOCAL IntervalStyle = 'postgres';
            SET LOCAL extra_float_digits = 1;
            SET LOCAL bytea_output = 'hex';
            SET LOCAL lc_monetary = 'C';
            SET LOCAL xmlbinary = 'base64';
            SET LOCAL row_security = off;
            SET LOCAL statement_timeout = 0;
            SET LOCAL search_path = pg_catalog, pg_temp""";

    private Content() {}

    /** How many rows, and the sum of their hashes. */
    record Sum(long rows, String content) {}

    static void pin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(PINNED);
        }
    }

    /** A sum, because equal rows would cancel out under exclusive or; over text, because equality is blind to scale. */
    static Sum sum(Connection connection, ObjectName table, List<Column> columns) throws SQLException {
        String query = "SELECT pg_catalog.count(*), coalesce(pg_catalog.sum("
                + "pg_catalog.hashtextextended(content::pg_catalog.text, 0)::pg_catalog.numeric), 0)::pg_catalog.text"
                + " FROM (SELECT ROW(" + names(columns) + ") AS content FROM " + table.sql() + ") AS rows";
        return one(connection, query, row -> new Sum(row.getLong(1), row.getString(2)));
    }

    static String names(List<Column> columns) {
        return columns.stream().map(column -> Identifiers.quote(column.name())).collect(Collectors.joining(", "));
    }

    /** The table's own name and schema; empty if there is none of that name. */
    static Optional<ObjectName> find(Connection connection, ObjectName name) throws SQLException {
        String query = "SELECT n.nspname, c.relname FROM pg_catalog.pg_class c"
                + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p') AND c.oid = "
                + "pg_catalog.to_regclass(" + Identifiers.literal(name.sql()) + ")";
        return all(connection, query, row -> ObjectName.of(row.getString(1), row.getString(2))).stream()
                .findFirst();
    }

    /** The columns that hold data of their own: generated ones follow from the others. */
    static List<Column> columns(Connection connection, ObjectName table) throws SQLException {
        String query = "SELECT attname, pg_catalog.format_type(atttypid, atttypmod) FROM pg_catalog.pg_attribute"
                + " WHERE attrelid = " + regclass(table)
                + " AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum";
        return all(connection, query, row -> new Column(row.getString(1), row.getString(2)));
    }

    static List<Sequence> sequences(Connection connection, ObjectName table, List<Column> columns) throws SQLException {
        List<Sequence> sequences = new ArrayList<>();
        for (Column column : columns) {
            Optional<String> name = sequenceOf(connection, table, column.name());
            if (name.isPresent()) {
                sequences.add(one(
                        connection,
                        "SELECT last_value, is_called FROM " + name.get(),
                        row -> new Sequence(column.name(), row.getLong(1), row.getBoolean(2))));
            }
        }
        return sequences;
    }

    static Optional<String> sequenceOf(Connection connection, ObjectName table, String column) throws SQLException {
        return Optional.ofNullable(one(
                connection,
                "SELECT pg_catalog.pg_get_serial_sequence(" + Identifiers.literal(table.sql()) + ", "
                        + Identifiers.literal(column) + ")",
                row -> row.getString(1)));
    }

    static String regclass(ObjectName table) {
        return Identifiers.literal(table.sql()) + "::pg_catalog.regclass";
    }

    /** Reads one row's value. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    static <T> T one(Connection connection, String query, Reader<T> reader) throws SQLException {
        return all(connection, query, reader).get(0);
    }

    static <T> List<T> all(Connection connection, String query, Reader<T> reader) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            List<T> all = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    all.add(reader.read(rows));
                }
            }
            return all;
        }
    }
}

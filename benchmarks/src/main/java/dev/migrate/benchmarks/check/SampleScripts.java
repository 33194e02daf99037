package dev.migrate.benchmarks.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A long history of files of SQL, as a product of many years has it: the same seed gives the same bytes. Some tables are
 * hubs that most others refer to.
 */
final class SampleScripts {
    private static final long SEED = 20_251_125;
    private static final int PER_FILE = 25;
    private static final int HUBS = 5;
    private static final List<String> TYPES = List.of(
            "text", "integer", "bigint", "boolean", "numeric(12,2)", "varchar(100)", "timestamptz", "jsonb", "uuid");

    private final Random random = new Random(SEED);
    private final List<Table> tables = new ArrayList<>();
    private int names;

    private record Table(String name, List<String> columns) {}

    /** Writes files of 25 statements each. */
    static void write(Path folder, int statements) throws IOException {
        SampleScripts scripts = new SampleScripts();
        for (int file = 1; file <= statements / PER_FILE; file++) {
            StringBuilder text = new StringBuilder();
            for (int at = 0; at < PER_FILE; at++) {
                text.append(scripts.statement()).append(";\n\n");
            }
            Files.writeString(folder.resolve("V%05d__change_%d.sql".formatted(file, file)), text);
        }
    }

    private String statement() {
        if (tables.size() < HUBS) {
            return createTable();
        }
        Table table = tables.get(random.nextInt(tables.size()));
        String column = table.columns().get(random.nextInt(table.columns().size()));
        int number = ++names;
        int kind = random.nextInt(100);
        if (kind < 12) {
            return createTable();
        }
        if (kind < 27) {
            return addColumn(table);
        }
        if (kind < 34) {
            return "CREATE INDEX idx_" + number + " ON " + table.name() + " (" + column + ")";
        }
        if (kind < 41) {
            return "CREATE INDEX CONCURRENTLY idx_" + number + " ON " + table.name() + " (" + column + ")";
        }
        if (kind < 49) {
            return "ALTER TABLE " + table.name() + " ADD CONSTRAINT chk_" + number + " CHECK (" + column
                    + " IS NOT NULL) NOT VALID";
        }
        if (kind < 53) {
            return "ALTER TABLE " + table.name() + " ALTER COLUMN " + column + " SET NOT NULL";
        }
        if (kind < 57) {
            return "ALTER TABLE " + table.name() + " ALTER COLUMN " + column + " TYPE "
                    + TYPES.get(random.nextInt(TYPES.size()));
        }
        return kind < 80 ? lesser(kind, table, column, number) : data(table, column, number);
    }

    private String lesser(int kind, Table table, String column, int number) {
        if (kind < 62) {
            return "COMMENT ON COLUMN " + table.name() + "." + column + " IS 'meaning " + number + "'";
        }
        if (kind < 66) {
            return "CREATE VIEW view_" + number + " AS SELECT id, " + column + " FROM " + table.name();
        }
        if (kind < 70) {
            return "GRANT SELECT ON " + table.name() + " TO reporting";
        }
        if (kind < 74) {
            return "ALTER TABLE " + table.name() + " ALTER COLUMN " + column + " DROP DEFAULT";
        }
        if (kind < 77) {
            return "CREATE FUNCTION f_" + number + "() RETURNS trigger LANGUAGE plpgsql AS $$\nBEGIN\n  NEW." + column
                    + " := NULL;\n  RETURN NEW;\nEND $$";
        }
        return "ALTER TABLE " + table.name() + " ADD CONSTRAINT fk_" + number + " FOREIGN KEY (" + column
                + ") REFERENCES " + hub() + " (id) NOT VALID";
    }

    private String data(Table table, String column, int number) {
        if (number % 3 == 0) {
            return "UPDATE " + table.name() + " SET " + column + " = NULL WHERE id = " + number;
        }
        StringBuilder rows = new StringBuilder("INSERT INTO " + table.name() + " (id) VALUES ");
        for (int row = 0; row <= number % 7; row++) {
            rows.append(row == 0 ? "" : ", ")
                    .append('(')
                    .append(number * 10 + row)
                    .append(')');
        }
        return rows.toString();
    }

    private String createTable() {
        Table table = new Table("t_" + ++names, new ArrayList<>());
        StringBuilder text = new StringBuilder("CREATE TABLE " + table.name() + " (\n    id bigint PRIMARY KEY");
        int columns = 3 + random.nextInt(9);
        for (int at = 0; at < columns; at++) {
            String column = "c_" + at;
            table.columns().add(column);
            text.append(",\n    ").append(column).append(' ').append(TYPES.get(random.nextInt(TYPES.size())));
        }
        if (tables.size() >= HUBS) {
            text.append(",\n    owner_id bigint REFERENCES ").append(hub()).append(" (id)");
        }
        tables.add(table);
        return text.append("\n)").toString();
    }

    private String addColumn(Table table) {
        String column = "c_" + table.columns().size();
        table.columns().add(column);
        return "ALTER TABLE " + table.name() + " ADD COLUMN " + column + " " + TYPES.get(random.nextInt(TYPES.size()));
    }

    private String hub() {
        return tables.get(random.nextInt(HUBS)).name();
    }
}

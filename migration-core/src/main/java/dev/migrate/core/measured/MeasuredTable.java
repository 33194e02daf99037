package dev.migrate.core.measured;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The table.
 *
 * @param schema the statements that every case starts from
 * @param rows by case, then by major
 */
public record MeasuredTable(String schema, List<Measured> rows) {
    /** The columns, in order. */
    public static final List<String> HEADER = List.of(
            "case",
            "postgres",
            "setup",
            "before",
            "sql",
            "error",
            "locks",
            "index_locks",
            "new_files",
            "scans",
            "builds");

    private static final String TABLE = "measured-effects.tsv";
    private static final String SCHEMA = "measured-schema.sql";

    /** Copies the list. */
    public MeasuredTable {
        rows = List.copyOf(rows);
    }

    /** The one that ships. */
    public static MeasuredTable shipped() {
        return new MeasuredTable(
                resource(SCHEMA),
                resource(TABLE).lines().skip(1).map(Measured::of).toList());
    }

    /** The rows as the file that ships has them. */
    public static String text(List<Measured> rows) {
        return String.join("\t", HEADER) + "\n"
                + rows.stream().map(row -> row.line() + "\n").collect(Collectors.joining());
    }

    private static String resource(String name) {
        try (InputStream stream = MeasuredTable.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package dev.migrate.core.schema;

import dev.migrate.core.operation.ConstraintSpec;
import dev.migrate.core.sql.SqlExpressions;
import dev.migrate.core.sql.SqlNames;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The names that PostgreSQL gives to what a statement leaves unnamed: {@code t_col_check}, {@code t_a_b_fkey}, {@code
 * t_pkey}; a number follows where the name is taken.
 */
public final class ConstraintNames {
    /** NAMEDATALEN - 1. */
    private static final int MAX_BYTES = 63;

    private ConstraintNames() {}

    /** The name of a constraint of the table. */
    static String of(Table table, ConstraintSpec spec, Predicate<String> taken) {
        if (spec.name().isPresent()) {
            return spec.name().get();
        }
        String base = table.name().name();
        if (spec instanceof ConstraintSpec.Check check) {
            List<String> columns = SqlExpressions.columns(
                    check.expression(),
                    table.columns().stream().map(Column::name).toList());
            return free(base, columns.size() == 1 ? columns.get(0) : "", "check", taken);
        }
        if (spec instanceof ConstraintSpec.ForeignKey key) {
            return free(base, String.join("_", key.columns()), "fkey", taken);
        }
        if (spec instanceof ConstraintSpec.Unique unique) {
            return unique.usingIndex().orElseGet(() -> free(base, String.join("_", unique.columns()), "key", taken));
        }
        if (spec instanceof ConstraintSpec.PrimaryKey key) {
            return key.usingIndex().orElseGet(() -> free(base, "", "pkey", taken));
        }
        if (spec instanceof ConstraintSpec.NotNull notNull) {
            return free(base, notNull.column(), "not_null", taken);
        }
        return free(base, "", "excl", taken);
    }

    /** The name of an index that a statement does not name. */
    static String ofIndex(String table, List<String> keys, List<String> including, Predicate<String> taken) {
        List<String> parts = new ArrayList<>();
        for (String key : keys) {
            parts.add(key.startsWith("(") ? SqlExpressions.indexPart(key) : key);
        }
        parts.addAll(including);
        return free(table, String.join("_", parts), "idx", taken);
    }

    /** The name of the sequence of a serial or identity column. */
    static String ofSequence(String table, String column, Predicate<String> taken) {
        return free(table, column, "seq", taken);
    }

    private static String free(String table, String columns, String label, Predicate<String> taken) {
        String name = make(table, columns, label);
        for (int pass = 1; taken.test(name); pass++) {
            name = make(table, columns, label + pass);
        }
        return name;
    }

    /** PostgreSQL's {@code makeObjectName}: the longer of table and columns is cut until all fits into 63 bytes. */
    static String make(String table, String columns, String label) {
        int available = MAX_BYTES - label.length() - (columns.isEmpty() ? 1 : 2);
        int first = SqlNames.bytes(table);
        int second = SqlNames.bytes(columns);
        while (first + second > available) {
            if (first > second) {
                first--;
            } else {
                second--;
            }
        }
        String head = SqlNames.truncate(table, first);
        return columns.isEmpty() ? head + "_" + label : head + "_" + SqlNames.truncate(columns, second) + "_" + label;
    }
}

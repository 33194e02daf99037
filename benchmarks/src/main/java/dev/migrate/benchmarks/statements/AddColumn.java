package dev.migrate.benchmarks.statements;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The n-th migration that every contestant runs: one column for one of a few tables that are there before. */
record AddColumn(int number) {
    static final int TABLES = 20;

    private static final Pattern LOCKING =
            Pattern.compile("(?is)\\s*(alter|create|drop|lock)\\s.*\\baccount_\\d\\d\\b.*");
    private static final Pattern STATEMENT =
            Pattern.compile("(?is)\\s*alter\\s+table\\s.*\\baccount_\\d\\d\\b.*\\badd\\b.*\\bc\\d{4}\\b.*");

    /** The first so many. */
    static List<AddColumn> first(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(AddColumn::new).toList();
    }

    /** The tables as they are before the first migration. */
    static String[] tables() {
        return IntStream.range(0, TABLES)
                .mapToObj(AddColumn::tableName)
                .map(table -> "CREATE TABLE " + table + " (id bigint PRIMARY KEY, balance numeric NOT NULL)")
                .toArray(String[]::new);
    }

    /** Whether a logged statement is the statement of one of these migrations. */
    static boolean is(String statement) {
        return STATEMENT.matcher(statement).matches();
    }

    /** Whether a statement takes a strong lock on one of the tables. */
    static boolean locks(String statement) {
        return LOCKING.matcher(statement).matches();
    }

    String table() {
        return tableName(number % TABLES);
    }

    String column() {
        return String.format("c%04d", number);
    }

    String sql() {
        return "ALTER TABLE " + table() + " ADD COLUMN " + column() + " integer";
    }

    /** A class name in our order and, with two underscores, in Flyway's. */
    String className(String separator) {
        return String.format("V%04d", number) + separator + "Add" + column().toUpperCase(java.util.Locale.ROOT);
    }

    private static String tableName(int number) {
        return String.format("account_%02d", number);
    }
}

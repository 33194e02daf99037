package dev.migrate.core.measured;

import dev.migrate.core.operation.LockMode;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a server showed for a statement. Relations that the statement makes are left out; those outside the schema of the
 * cases have its name before theirs.
 *
 * @param refused the SQLSTATE, empty if the server executed it; then nothing else is said
 * @param tables the strongest lock on each table and materialized view
 * @param indexes the strongest lock on each index
 * @param others the strongest lock on each view, sequence and foreign table
 * @param newFiles the tables and indexes whose rows stand in a new file
 * @param scans the tables that were read from end to end, and how often
 * @param notices what the server said about its work
 */
public record MeasuredEffect(
        String refused,
        SortedMap<String, LockMode> tables,
        SortedMap<String, LockMode> indexes,
        SortedMap<String, LockMode> others,
        SortedSet<String> newFiles,
        SortedMap<String, Integer> scans,
        List<String> notices) {
    private static final String BETWEEN = "; ";
    private static final int COLUMNS = 7;

    /** Copies the collections. */
    public MeasuredEffect {
        Objects.requireNonNull(refused, "refused");
        tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
        indexes = Collections.unmodifiableSortedMap(new TreeMap<>(indexes));
        others = Collections.unmodifiableSortedMap(new TreeMap<>(others));
        newFiles = Collections.unmodifiableSortedSet(new TreeSet<>(newFiles));
        scans = Collections.unmodifiableSortedMap(new TreeMap<>(scans));
        notices = List.copyOf(notices);
    }

    /** A refusal. */
    public static MeasuredEffect refused(String sqlState) {
        return new MeasuredEffect(
                sqlState,
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeSet<>(),
                new TreeMap<>(),
                List.of());
    }

    /** Its columns in one line. */
    String text() {
        return String.join(
                "\t",
                refused,
                joined(tables),
                joined(indexes),
                joined(others),
                String.join(BETWEEN, newFiles),
                joined(scans),
                String.join(BETWEEN, notices));
    }

    /** Reads what {@link #text()} gives. */
    static MeasuredEffect parse(List<String> columns) {
        if (columns.size() != COLUMNS) {
            throw new IllegalArgumentException("not " + COLUMNS + " columns: " + columns);
        }
        SortedMap<String, Integer> scans = new TreeMap<>();
        entries(columns.get(5)).forEach(entry -> scans.put(key(entry), Integer.valueOf(value(entry))));
        return new MeasuredEffect(
                columns.get(0),
                locks(columns.get(1)),
                locks(columns.get(2)),
                locks(columns.get(3)),
                new TreeSet<>(entries(columns.get(4))),
                scans,
                entries(columns.get(6)));
    }

    private static String joined(Map<String, ?> map) {
        return map.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(BETWEEN));
    }

    private static SortedMap<String, LockMode> locks(String text) {
        SortedMap<String, LockMode> locks = new TreeMap<>();
        entries(text).forEach(entry -> locks.put(key(entry), LockMode.valueOf(value(entry))));
        return locks;
    }

    private static List<String> entries(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(BETWEEN));
    }

    private static String key(String entry) {
        return entry.substring(0, entry.lastIndexOf('='));
    }

    private static String value(String entry) {
        return entry.substring(entry.lastIndexOf('=') + 1);
    }
}

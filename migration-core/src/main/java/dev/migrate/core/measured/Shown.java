package dev.migrate.core.measured;

import dev.migrate.core.operation.LockMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a server showed while it ran the statements of a case in a transaction. Only relations that existed before count.
 *
 * @param error the server's message, empty if it ran
 * @param locks the strongest lock on each table, view or sequence
 * @param indexLocks the same for indexes
 * @param newFiles relations whose rows or entries went into a new file
 * @param scans how many scans of each table began
 * @param builds tables on which an index was built
 */
public record Shown(
        String error,
        Map<String, LockMode> locks,
        Map<String, LockMode> indexLocks,
        Set<String> newFiles,
        Map<String, Integer> scans,
        Set<String> builds) {
    /** Copies and sorts the collections. */
    public Shown {
        locks = Collections.unmodifiableMap(new TreeMap<>(locks));
        indexLocks = Collections.unmodifiableMap(new TreeMap<>(indexLocks));
        newFiles = Collections.unmodifiableSet(new TreeSet<>(newFiles));
        scans = Collections.unmodifiableMap(new TreeMap<>(scans));
        builds = Collections.unmodifiableSet(new TreeSet<>(builds));
    }

    /** A server that refused. */
    public static Shown refused(String error) {
        return new Shown(error, Map.of(), Map.of(), Set.of(), Map.of(), Set.of());
    }

    /** Whether the server refused. */
    public boolean failed() {
        return !error.isEmpty();
    }

    /** The tables that are rewritten, scanned or indexed while a lock keeps writers out. */
    public Set<String> heldUp() {
        Set<String> held = new TreeSet<>(newFiles);
        held.addAll(scans.keySet());
        held.addAll(builds);
        held.removeIf(table -> !locks.getOrDefault(table, LockMode.ACCESS_SHARE).blocksWrites());
        return held;
    }

    List<String> cells() {
        return List.of(
                error,
                text(locks),
                text(indexLocks),
                String.join(" ", newFiles),
                scans.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(" ")),
                String.join(" ", builds));
    }

    static Shown of(List<String> cells) {
        Map<String, Integer> scans = new TreeMap<>();
        entries(cells.get(4)).forEach((table, count) -> scans.put(table, Integer.valueOf(count)));
        return new Shown(
                cells.get(0),
                modes(cells.get(1)),
                modes(cells.get(2)),
                names(cells.get(3)),
                scans,
                names(cells.get(5)));
    }

    private static String text(Map<String, LockMode> locks) {
        return locks.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    private static Map<String, LockMode> modes(String cell) {
        Map<String, LockMode> modes = new TreeMap<>();
        entries(cell).forEach((name, mode) -> modes.put(name, LockMode.valueOf(mode.toUpperCase(Locale.ROOT))));
        return modes;
    }

    private static Map<String, String> entries(String cell) {
        Map<String, String> entries = new TreeMap<>();
        for (String entry : names(cell)) {
            int mark = entry.indexOf('=');
            entries.put(entry.substring(0, mark), entry.substring(mark + 1));
        }
        return entries;
    }

    private static Set<String> names(String cell) {
        return cell.isEmpty() ? Set.of() : new TreeSet<>(new ArrayList<>(List.of(cell.split(" "))));
    }
}

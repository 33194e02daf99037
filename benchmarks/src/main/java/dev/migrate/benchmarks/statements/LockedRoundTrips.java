package dev.migrate.benchmarks.statements;

import dev.migrate.benchmarks.NotMeasured;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Counts the round trips during which a migration holds its lock. */
final class LockedRoundTrips {
    private static final Pattern END = Pattern.compile("(?is)\\s*(commit|end|rollback)\\b(?!\\s+to\\b).*");

    private LockedRoundTrips() {}

    /**
     * The most round trips that a transaction takes from the one that carries its first strong lock to the one that
     * carries its end, both included: a pause of the runner between any two of them is a pause with the lock held.
     *
     * @param connections for each connection its flights, for each flight its statements
     * @throws NotMeasured if no lock was taken
     */
    static int most(List<List<List<String>>> connections) {
        return connections.stream()
                .flatMap(flights -> each(flights).stream())
                .max(Integer::compare)
                .orElseThrow(() -> new NotMeasured("no statement took a lock on a table of the migrations"));
    }

    private static List<Integer> each(List<List<String>> flights) {
        List<Integer> trips = new ArrayList<>();
        int locked = -1;
        for (int flight = 0; flight < flights.size(); flight++) {
            for (String statement : flights.get(flight)) {
                if (locked < 0 && AddColumn.locks(statement)) {
                    locked = flight;
                }
                if (locked >= 0 && END.matcher(statement).matches()) {
                    trips.add(flight - locked + 1);
                    locked = -1;
                }
            }
        }
        return trips;
    }
}

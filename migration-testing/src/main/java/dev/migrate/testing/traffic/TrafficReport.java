package dev.migrate.testing.traffic;

import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the clients noticed.
 *
 * @param length of the traffic
 * @param latencies by release
 * @param failures in no order
 * @param stalls every wait of a client for a lock that was seen
 * @param ledger what was acknowledged, to be compared with the tables
 */
public record TrafficReport(
        Duration length, Map<String, Latencies> latencies, List<Failure> failures, List<Stall> stalls, Ledger ledger) {
    /** Copies the collections. */
    public TrafficReport {
        latencies = Collections.unmodifiableMap(new LinkedHashMap<>(latencies));
        failures = List.copyOf(failures);
        stalls = List.copyOf(stalls);
    }

    /** All releases together. */
    public Latencies all() {
        Latencies all = new Latencies();
        latencies.values().forEach(all::add);
        return all;
    }

    /** The longest wait for a lock of the migration, or behind its request; zero if there was none. */
    public Duration longestStallOfOurs() {
        return stalls.stream()
                .filter(Stall::ours)
                .map(Stall::length)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** Failed requests by SQLSTATE. */
    public Map<String, Long> failuresBySqlState() {
        return failures.stream().collect(Collectors.groupingBy(Failure::sqlState, TreeMap::new, Collectors.counting()));
    }

    /** A few lines for people. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%-12s %10s %9s %9s %9s %9s%n",
                "release",
                "requests",
                "50 %, ms",
                "99 %",
                "99.9 %",
                "longest"));
        latencies.forEach((release, times) -> text.append(String.format(
                Locale.ROOT,
                "%-12s %10d %9s %9s %9s %9s%n",
                release,
                times.count(),
                Latencies.millis(times.percentile(50)),
                Latencies.millis(times.percentile(99)),
                Latencies.millis(times.percentile(99.9)),
                Latencies.millis(times.longest()))));
        text.append(String.format(
                Locale.ROOT,
                "failed requests: %s; row writes acknowledged: %d, without an answer: %d%n",
                failures.isEmpty() ? "0" : failuresBySqlState(),
                ledger.acknowledged(),
                ledger.doubtful()));
        long ours = stalls.stream().filter(Stall::ours).count();
        text.append(String.format(
                Locale.ROOT,
                "waits for locks: %d of clients, %d of them for the migration, the longest %s ms%n",
                stalls.size(),
                ours,
                Latencies.millis(longestStallOfOurs())));
        return text.toString();
    }
}

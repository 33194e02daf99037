package dev.migrate.testing.traffic;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The same traffic with and without a change, in turn, so that what else the machine does falls on both.
 *
 * @param undisturbed the runs without
 * @param changed the runs with it
 */
public record Comparison(List<TrafficReport> undisturbed, List<TrafficReport> changed) {
    /** Copies the lists. */
    public Comparison {
        undisturbed = List.copyOf(undisturbed);
        changed = List.copyOf(changed);
    }

    /** What is done while the traffic runs. */
    @FunctionalInterface
    public interface Change {
        /**
         * Makes the change.
         *
         * @param run its number, from 0
         */
        void make(int run) throws Exception;
    }

    /**
     * Plays both in turn.
     *
     * @param runs of each
     * @param settle how long traffic runs alone: all of a run without the change, and before and after it
     * @throws Exception what the change throws
     */
    public static Comparison play(Traffic traffic, int runs, Duration settle, Change change) throws Exception {
        List<TrafficReport> without = new ArrayList<>();
        List<TrafficReport> with = new ArrayList<>();
        for (int number = 0; number < runs; number++) {
            without.add(alone(traffic.seed(number), settle.multipliedBy(2)));
            with.add(beside(traffic.seed(number), settle, number, change));
        }
        return new Comparison(without, with);
    }

    private static TrafficReport alone(Traffic traffic, Duration length) throws SQLException, InterruptedException {
        try (TrafficRun run = traffic.start()) {
            Thread.sleep(length.toMillis());
            return run.end();
        }
    }

    private static TrafficReport beside(Traffic traffic, Duration settle, int number, Change change) throws Exception {
        try (TrafficRun run = traffic.start()) {
            Thread.sleep(settle.toMillis());
            change.make(number);
            Thread.sleep(settle.toMillis());
            return run.end();
        }
    }

    /** How many times longer the share of requests took with the change: the ratio of the medians. */
    public double ratio(double percent) {
        return median(changed, percent) / median(undisturbed, percent);
    }

    private static double median(List<TrafficReport> reports, double percent) {
        List<Long> sorted = reports.stream()
                .map(report -> report.all().percentile(percent).toNanos())
                .sorted()
                .toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2.0;
    }
}

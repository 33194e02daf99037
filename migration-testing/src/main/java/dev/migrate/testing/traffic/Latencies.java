package dev.migrate.testing.traffic;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * How long requests took, from the moment each was due, so that a stall counts for every request that it delayed.
 *
 * @see <a href="https://hdrhistogram.github.io/HdrHistogram/">HdrHistogram</a>
 */
public final class Latencies {
    private static final int DIGITS = 3;

    private final Histogram micros = new Histogram(DIGITS);

    synchronized void add(long nanos) {
        micros.recordValue(Math.max(0, TimeUnit.NANOSECONDS.toMicros(nanos)));
    }

    synchronized void add(Latencies others) {
        micros.add(others.micros);
    }

    /** How many requests. */
    public synchronized long count() {
        return micros.getTotalCount();
    }

    /**
     * The time that a share of the requests took at most.
     *
     * @param percent such as 99.9
     */
    public synchronized Duration percentile(double percent) {
        return Duration.ofNanos(TimeUnit.MICROSECONDS.toNanos(micros.getValueAtPercentile(percent)));
    }

    /** The longest. */
    public synchronized Duration longest() {
        return Duration.ofNanos(TimeUnit.MICROSECONDS.toNanos(micros.getMaxValue()));
    }

    /** Milliseconds with one digit, for tables. */
    static String millis(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toNanos() / 1e6);
    }
}

package dev.migrate.engine.apply;

import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import java.time.Duration;

/**
 * How patient a run is.
 *
 * @param lockTimeout of the first try
 * @param lockTimeoutMax of the later ones at most
 * @param tries how many
 * @param pause between two tries, before it is varied
 * @param concurrentWait how long a concurrent build may wait for old transactions
 */
public record Pace(Duration lockTimeout, Duration lockTimeoutMax, int tries, Duration pause, Duration concurrentWait) {
    /** As the settings say. */
    public static Pace of(Settings settings) {
        Duration first = settings.duration(Setting.LOCK_TIMEOUT);
        Duration last = settings.duration(Setting.LOCK_TIMEOUT_MAX);
        if (first.isZero()) {
            throw new UserFailure(
                    Setting.LOCK_TIMEOUT.property() + " is 0, which would wait for locks without end",
                    "effect: everybody else would queue behind the waiting step",
                    "fix:    a duration such as 50ms");
        }
        return new Pace(
                first,
                last.compareTo(first) < 0 ? first : last,
                settings.number(Setting.TRIES),
                settings.duration(Setting.RETRY_PAUSE),
                settings.duration(Setting.CONCURRENT_WAIT));
    }

    /** The time-out of a try, counted from 1: it grows by a fifth each time. */
    Duration lockTimeout(int number) {
        double millis = (double) lockTimeout.toMillis() * Math.pow(1.2, number - 1);
        return Duration.ofMillis((long) Math.min(millis, (double) lockTimeoutMax.toMillis()));
    }
}

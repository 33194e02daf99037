package dev.migrate.engine.backup;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Slows reading down, so that live traffic keeps its share: the server does the work, so only a pause helps it. */
@FunctionalInterface
public interface Pace {
    /** Called after a piece was written; may sleep. */
    void afterBytes(long bytes);

    /** As fast as it goes. */
    static Pace unlimited() {
        return bytes -> {};
    }

    /**
     * So many bytes a second on average.
     *
     * @param perSecond at least 1
     */
    static Pace bytesPerSecond(long perSecond) {
        if (perSecond < 1) {
            throw new IllegalArgumentException("perSecond " + perSecond);
        }
        long start = System.nanoTime();
        long[] total = {0};
        return bytes -> {
            total[0] += bytes;
            long due = Duration.ofSeconds(total[0] / perSecond).toNanos()
                    + total[0] % perSecond * 1_000_000_000L / perSecond;
            long left = due - (System.nanoTime() - start);
            while (left > 0 && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(left);
                left = due - (System.nanoTime() - start);
            }
        };
    }
}

package dev.migrate.engine.embedded;

import dev.migrate.engine.MigrateException.UserFailure;
import java.time.Duration;

/** Waiting that an interrupt ends. */
final class Pauses {
    private Pauses() {}

    /** Sleeps; an interrupt is the user's wish to stop. */
    static void sleep(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UserFailure(stopped, "stopped while waiting for the embedded PostgreSQL");
        }
    }
}

package dev.migrate.engine.apply;

import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.Setting;
import dev.migrate.engine.database.SqlFailure;
import dev.migrate.engine.event.Event;
import dev.migrate.engine.event.Events;
import java.time.Duration;
import java.util.Random;

/**
 * Many short waits for a lock instead of one long one: whoever waits for a strong lock makes everybody behind it wait
 * too. The last try has a time-out like the others; a run that gets no lock stops, and nothing has happened.
 */
final class Ladder {
    private final Pace pace;
    private final BlockerWatch watch;
    private final Events events;
    private final Random random;

    Ladder(Pace pace, BlockerWatch watch, Events events, Random random) {
        this.pace = pace;
        this.watch = watch;
        this.events = events;
        this.random = random;
    }

    /** One try. */
    @FunctionalInterface
    interface Try {
        void run(int number, Duration lockTimeout);
    }

    /**
     * Tries until it succeeds.
     *
     * @return the number of tries
     * @throws SqlFailure if the server refuses it for a reason that stays
     * @throws UserFailure if the tries are used up
     */
    int climb(String migration, Try attempt) {
        for (int number = 1; ; number++) {
            int attemptNumber = number;
            Duration timeout = pace.lockTimeout(number);
            try {
                watch.during(() -> attempt.run(attemptNumber, timeout));
                return number;
            } catch (SqlFailure failure) {
                if (!failure.passing()) {
                    throw failure;
                }
                String blocker = watch.seen().orElse("not seen: it was gone at once");
                events.accept(new Event.LockTry(migration, number, pace.tries(), timeout, blocker));
                if (number >= pace.tries()) {
                    throw exhausted(migration, number, blocker, failure);
                }
            }
            CrashPoint.hit("between-tries");
            pause();
        }
    }

    private static UserFailure exhausted(String migration, int tries, String blocker, SqlFailure failure) {
        return new UserFailure(
                failure,
                "blocked: " + migration + " did not get its lock in " + tries + " tries",
                "found:  " + blocker,
                "effect: nothing of the step has happened; what came before it is done and recorded",
                "fix:    wait for the blocker to end, or end it, and run again",
                "or:     more " + Setting.TRIES.property() + ", or a longer " + Setting.LOCK_TIMEOUT_MAX.property());
    }

    private void pause() {
        long half = pace.pause().toMillis() / 2;
        try {
            Thread.sleep(half + (half == 0 ? 0 : random.nextLong(half * 2)));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UserFailure(interrupted, "interrupted between two tries; run again to go on");
        }
    }
}

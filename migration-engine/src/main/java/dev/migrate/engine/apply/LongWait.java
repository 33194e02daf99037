package dev.migrate.engine.apply;

import dev.migrate.engine.MigrateException;
import dev.migrate.engine.database.ConnectionLost;
import dev.migrate.engine.database.Session;
import dev.migrate.engine.database.SqlFailure;
import dev.migrate.engine.event.Event;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Cancels the run's statement once it has waited too long for others in all, and says for whom it waits. */
final class LongWait implements AutoCloseable {
    private static final long LOOK_MILLIS = 250;

    private final Run run;
    private final String migration;
    private final int pid;
    private final ScheduledExecutorService clock;
    private Duration waited = Duration.ZERO;
    private String told = "";
    private @Nullable Session session;

    private LongWait(Run run, String migration, int pid) {
        this.run = run;
        this.migration = migration;
        this.pid = pid;
        this.clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "migrate long wait");
            thread.setDaemon(true);
            return thread;
        });
    }

    @SuppressWarnings("FutureReturnValueIgnored") // its task catches what can go wrong
    static LongWait watch(Run run, String migration) {
        LongWait watch = new LongWait(run, migration, run.session().pid());
        watch.clock.scheduleWithFixedDelay(watch::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        return watch;
    }

    private void look() {
        try {
            if (session == null) {
                session = run.session()
                        .another(
                                Session.Role.WATCH, Optional.empty(), run.pace().lockTimeout());
            }
            lookWith(session);
        } catch (ConnectionLost | SqlFailure | MigrateException blind) {
            // Nothing to say now; the next look tries again.
            session = null;
        }
    }

    private void lookWith(Session eyes) {
        List<String> blockers = eyes.query(Blockers.of(pid), Blockers::describe);
        if (blockers.isEmpty()) {
            return;
        }
        waited = waited.plusMillis(LOOK_MILLIS);
        String names = String.join("; ", blockers).replaceAll("open for \\d+ s", "open");
        if (!names.equals(told)) {
            told = names;
            run.events().accept(new Event.Note(migration + " waits for " + String.join("; ", blockers)));
        }
        if (waited.compareTo(run.pace().concurrentWait()) > 0) {
            eyes.holds("SELECT pg_catalog.pg_cancel_backend(" + pid + ")");
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        try {
            if (!clock.awaitTermination(2, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (session != null) {
            session.close();
        }
    }
}

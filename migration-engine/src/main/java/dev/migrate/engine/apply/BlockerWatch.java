package dev.migrate.engine.apply;

import dev.migrate.engine.MigrateException;
import dev.migrate.engine.database.ConnectionLost;
import dev.migrate.engine.database.Session;
import dev.migrate.engine.database.SqlFailure;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks, from a connection of its own, at who blocks the run's session while a request lasts. Nothing is asked in the
 * first moments of a request, so that a run that nobody blocks costs no statement here.
 *
 * <p>{@code pg_blocking_pids} needs the lock manager for itself for a moment, hence the pauses.
 */
final class BlockerWatch implements AutoCloseable {
    private static final long FIRST_LOOK_MILLIS = 15;
    private static final long NEXT_LOOK_MILLIS = 20;
    private static final long SLOW_LOOK_MILLIS = 500;
    private static final int QUICK_LOOKS = 10;

    private final Supplier<Session> opener;
    private final int watched;
    private final Object monitor = new Object();
    private @Nullable Thread thread;
    private @Nullable Session session;
    private boolean running;
    private boolean closed;
    private boolean ready;
    private @Nullable String seen;

    BlockerWatch(Supplier<Session> opener, int watched) {
        this.opener = opener;
        this.watched = watched;
    }

    /** Connects before the first request, so that its blocker can be named too: for runs beside live traffic. */
    void warmUp() {
        synchronized (monitor) {
            ensureThread();
            while (!ready && !closed) {
                try {
                    monitor.wait();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    /** Watches while the request lasts. */
    void during(Runnable request) {
        synchronized (monitor) {
            ensureThread();
            seen = null;
            running = true;
            monitor.notifyAll();
        }
        try {
            request.run();
        } finally {
            synchronized (monitor) {
                running = false;
                monitor.notifyAll();
            }
        }
    }

    /** Who blocked the last request, if anybody was seen. */
    Optional<String> seen() {
        synchronized (monitor) {
            return Optional.ofNullable(seen);
        }
    }

    private void ensureThread() {
        if (thread == null) {
            thread = new Thread(this::watch, "migrate blocker watch");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void watch() {
        try {
            open();
            while (awaitRequest()) {
                lookWhileItLasts();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (ConnectionLost | SqlFailure | MigrateException blind) {
            // The run goes on without eyes: its time-outs do not depend on them.
        } finally {
            ready();
        }
    }

    private void ready() {
        synchronized (monitor) {
            ready = true;
            monitor.notifyAll();
        }
    }

    private void open() {
        Session opened = opener.get();
        synchronized (monitor) {
            if (closed) {
                opened.close();
            } else {
                session = opened;
            }
        }
        ready();
    }

    private boolean awaitRequest() throws InterruptedException {
        synchronized (monitor) {
            while (!running && !closed) {
                monitor.wait();
            }
            return !closed;
        }
    }

    private void lookWhileItLasts() throws InterruptedException {
        long pause = FIRST_LOOK_MILLIS;
        for (int looks = 0; stillRunning(pause); looks++) {
            Optional<String> blocker = blocker();
            synchronized (monitor) {
                if (blocker.isPresent() && running) {
                    seen = blocker.get();
                }
            }
            pause = looks < QUICK_LOOKS ? NEXT_LOOK_MILLIS : SLOW_LOOK_MILLIS;
        }
    }

    private boolean stillRunning(long pause) throws InterruptedException {
        long until = System.nanoTime() + pause * 1_000_000;
        synchronized (monitor) {
            while (running && !closed) {
                long left = (until - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return true;
                }
                monitor.wait(left);
            }
            return false;
        }
    }

    private Optional<String> blocker() {
        Session own = session;
        if (own == null) {
            return Optional.empty();
        }
        List<String> blockers = own.query(Blockers.of(watched), Blockers::describe);
        return blockers.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", blockers));
    }

    @Override
    public void close() {
        synchronized (monitor) {
            closed = true;
            monitor.notifyAll();
            if (session != null) {
                session.close();
            }
        }
    }
}

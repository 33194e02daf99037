package dev.migrate.maven;

import dev.migrate.engine.event.Event;
import dev.migrate.engine.event.Events;
import dev.migrate.engine.output.EventLine;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.maven.plugin.logging.Log;

/** Shows events in Maven's log; how far a long batch job is, only to a person at a terminal. */
final class MavenEvents implements Events {
    private static final long PROGRESS_PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

    private final Log log;
    private final boolean showsProgress;
    private final LongSupplier nanoTime;
    private long lastProgress;

    /**
     * Shows events.
     *
     * @param showsProgress whether a person watches
     */
    MavenEvents(Log log, boolean showsProgress) {
        this(log, showsProgress, System::nanoTime);
    }

    MavenEvents(Log log, boolean showsProgress, LongSupplier nanoTime) {
        this.log = log;
        this.showsProgress = showsProgress;
        this.nanoTime = nanoTime;
        this.lastProgress = nanoTime.getAsLong() - PROGRESS_PAUSE_NANOS;
    }

    @Override
    public void accept(Event event) {
        EventLine line = EventLine.of(event);
        switch (line.level()) {
            case WARNING -> log.warn(line.text());
            case STAGE -> log.info("--- " + line.text());
            case INFO -> log.info(line.text());
            case DEBUG -> detail(event, line.text());
        }
    }

    private void detail(Event event, String text) {
        if (event instanceof Event.Batch && showsProgress && pauseIsOver()) {
            log.info(text);
        } else {
            log.debug(text);
        }
    }

    private boolean pauseIsOver() {
        long now = nanoTime.getAsLong();
        if (now - lastProgress < PROGRESS_PAUSE_NANOS) {
            return false;
        }
        lastProgress = now;
        return true;
    }
}

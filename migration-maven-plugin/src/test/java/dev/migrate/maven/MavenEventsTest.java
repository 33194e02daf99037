package dev.migrate.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.engine.event.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

class MavenEventsTest {
    private final List<String> lines = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong();

    private final SystemStreamLog log = new SystemStreamLog() {
        @Override
        public void info(CharSequence content) {
            lines.add("info " + content);
        }

        @Override
        public void warn(CharSequence content) {
            lines.add("warn " + content);
        }

        @Override
        public void debug(CharSequence content) {}
    };

    @Test
    void stagesAreSetApartAndWarningsWarn() {
        MavenEvents events = new MavenEvents(log, false);
        events.accept(new Event.Stage("apply", "5 migrations"));
        events.accept(new Event.Warning("slow"));
        assertThat(lines).containsExactly("info --- apply: 5 migrations", "warn slow");
    }

    @Test
    void progressIsShownOnceASecondToAPersonWhoWatches() {
        MavenEvents events = new MavenEvents(log, true, nanos::get);
        batch(events, 100);
        nanos.addAndGet(Duration.ofMillis(400).toNanos());
        batch(events, 200);
        nanos.addAndGet(Duration.ofMillis(700).toNanos());
        batch(events, 300);
        assertThat(lines)
                .containsExactly("info V1_X 100 rows done of about 1,000", "info V1_X 300 rows done of about 1,000");
    }

    @Test
    void inBatchModeThereIsNoProgress() {
        batch(new MavenEvents(log, false), 100);
        assertThat(lines).isEmpty();
    }

    private static void batch(MavenEvents events, long done) {
        events.accept(new Event.Batch("V1_X", done, 1000, Duration.ZERO));
    }
}

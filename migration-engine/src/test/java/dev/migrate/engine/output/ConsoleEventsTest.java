package dev.migrate.engine.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.engine.event.Event;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.junit.jupiter.api.Test;

class ConsoleEventsTest {
    private final StringWriter err = new StringWriter();

    @Test
    void withoutTerminalThereAreNeitherColoursNorBars() {
        try (ConsoleEvents events = new ConsoleEvents(new PrintWriter(err, true), false, new Colours(false), false)) {
            events.accept(new Event.Stage("apply", "5 migrations"));
            events.accept(new Event.Batch("V1_X", 10, 20, Duration.ZERO));
            events.accept(new Event.Warning("slow"));
        }
        assertThat(err.toString().lines()).containsExactly("--- apply: 5 migrations", "warning: slow");
    }

    @Test
    void quietKeepsWarnings() {
        try (ConsoleEvents events = new ConsoleEvents(new PrintWriter(err, true), false, new Colours(false), true)) {
            events.accept(new Event.Note("hello"));
            events.accept(new Event.Warning("slow"));
        }
        assertThat(err.toString().lines()).containsExactly("warning: slow");
    }

    @Test
    void terminalShowsABarForABackfill() {
        List<String> drawn = new ArrayList<>();
        try (ConsoleEvents events = new ConsoleEvents(
                new PrintWriter(err, true),
                true,
                new Colours(true),
                false,
                () -> new ProgressBarBuilder()
                        .setConsumer(new DelegatingProgressBarConsumer(drawn::add))
                        .continuousUpdate())) {
            events.accept(new Event.Batch("V0003_AddSlug", 500, 1000, Duration.ZERO));
        }
        assertThat(String.join("", drawn)).contains("V0003_AddSlug").contains("500/1000");
    }
}

package dev.migrate.engine.output;

import dev.migrate.engine.event.Event;
import dev.migrate.engine.event.Events;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.Supplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** Shows events on a console: a line each, and on a terminal a bar for how far a long batch job is. */
public final class ConsoleEvents implements Events, AutoCloseable {
    private final PrintWriter err;
    private final Colours colours;
    private final boolean terminal;
    private final boolean quiet;
    private final Supplier<ProgressBarBuilder> bars;
    private @Nullable ProgressBar bar;
    private String barOf = "";

    /**
     * Shows events.
     *
     * @param err takes the lines
     * @param terminal whether a person watches
     * @param colours for its lines
     * @param quiet whether only warnings are wanted
     */
    public ConsoleEvents(PrintWriter err, boolean terminal, Colours colours, boolean quiet) {
        this(err, terminal, colours, quiet, ProgressBarBuilder::new);
    }

    ConsoleEvents(
            PrintWriter err, boolean terminal, Colours colours, boolean quiet, Supplier<ProgressBarBuilder> bars) {
        this.err = err;
        this.terminal = terminal;
        this.colours = colours;
        this.quiet = quiet;
        this.bars = bars;
    }

    @Override
    public void accept(Event event) {
        if (event instanceof Event.Batch batch) {
            progress(batch);
            return;
        }
        EventLine line = EventLine.of(event);
        if (shown(line.level())) {
            close();
            err.println(coloured(line));
        }
    }

    /** Removes a bar that is still there. */
    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
            barOf = "";
        }
    }

    private boolean shown(EventLine.Level level) {
        return level == EventLine.Level.WARNING || (!quiet && level != EventLine.Level.DEBUG);
    }

    private String coloured(EventLine line) {
        return switch (line.level()) {
            case STAGE -> colours.bold("--- " + line.text());
            case WARNING -> colours.yellow("warning: " + line.text());
            case INFO, DEBUG -> "    " + line.text();
        };
    }

    private void progress(Event.Batch batch) {
        if (!terminal || quiet) {
            return;
        }
        if (bar == null || !barOf.equals(batch.migration())) {
            close();
            barOf = batch.migration();
            bar = bars.get()
                    .setTaskName("    " + batch.migration())
                    .setInitialMax(batch.total())
                    .setUpdateIntervalMillis((int) Duration.ofMillis(200).toMillis())
                    .build();
        }
        bar.stepTo(batch.rowsDone());
    }
}

package dev.migrate.engine.output;

import dev.migrate.engine.event.Event;
import java.util.Objects;

/**
 * An event as one line for people.
 *
 * @param level where it is shown
 * @param text the line, without colours
 */
public record EventLine(Level level, String text) {
    /** Refuses null. */
    public EventLine {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(text, "text");
    }

    /** How much it matters. */
    public enum Level {
        /** Shown on request. */
        DEBUG,
        /** Shown. */
        INFO,
        /** The beginning of a stage: shown, and set apart. */
        STAGE,
        /** Shown also when only problems are wanted. */
        WARNING
    }

    /** The line of an event. */
    public static EventLine of(Event event) {
        if (event instanceof Event.Stage stage) {
            return new EventLine(
                    Level.STAGE, stage.detail().isBlank() ? stage.name() : stage.name() + ": " + stage.detail());
        }
        if (event instanceof Event.StepStarted step) {
            return info(step.migration() + " step " + step.number() + " of " + step.of() + ": "
                    + Words.oneLine(step.statement()));
        }
        if (event instanceof Event.StepDone step) {
            return debug(step.migration() + " step " + step.number() + " took " + Words.of(step.took()));
        }
        if (event instanceof Event.MigrationDone done) {
            return info(done.migration() + " done in " + Words.of(done.took()));
        }
        if (event instanceof Event.MigrationUndone undone) {
            return info(undone.migration() + " undone in " + Words.of(undone.took()));
        }
        if (event instanceof Event.LockTry lock) {
            return info(lock.migration() + " got no lock within " + Words.of(lock.timeout()) + ", try " + lock.number()
                    + " of " + lock.of() + (lock.blocker().isBlank() ? "" : ": held by " + lock.blocker()));
        }
        if (event instanceof Event.Batch batch) {
            return debug(batch.migration() + " " + Words.count(batch.rowsDone(), "row") + " done"
                    + (batch.total() < 0 ? "" : " of about " + Words.number(batch.total())));
        }
        if (event instanceof Event.Gate gate) {
            return info(gate.migration() + " waits: " + gate.waitsFor());
        }
        if (event instanceof Event.Verdict verdict) {
            return verdict.holds()
                    ? info(verdict.migration() + " holds: " + Words.oneLine(verdict.check()))
                    : new EventLine(
                            Level.WARNING, verdict.migration() + " does not hold: " + Words.oneLine(verdict.check()));
        }
        if (event instanceof Event.Note note) {
            return info(note.text());
        }
        if (event instanceof Event.Warning warning) {
            return new EventLine(Level.WARNING, warning.text());
        }
        throw new IllegalStateException("no line for " + event);
    }

    private static EventLine info(String text) {
        return new EventLine(Level.INFO, text);
    }

    private static EventLine debug(String text) {
        return new EventLine(Level.DEBUG, text);
    }
}

package dev.migrate.engine.output;

import java.util.Objects;

/**
 * How text is looked at.
 *
 * @param width the columns there are
 * @param colours for a terminal, or none
 */
public record View(int width, Colours colours) {
    /** Refuses null. */
    public View {
        Objects.requireNonNull(colours, "colours");
    }

    /** A file or pipe: nobody knows its width, and it has no colours. */
    public static View plain() {
        return new View(100, new Colours(false));
    }
}

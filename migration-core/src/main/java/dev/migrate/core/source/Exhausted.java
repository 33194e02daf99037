package dev.migrate.core.source;

/** Ends the reading of a whole method: helpers that call each other, or loops in loops, made it too long to follow. */
final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Exhausted() {
        super("too long to follow", null, false, false);
    }
}

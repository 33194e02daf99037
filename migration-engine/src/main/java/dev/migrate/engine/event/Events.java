package dev.migrate.engine.event;

/** Takes events, in order, on the thread of the run. */
@FunctionalInterface
public interface Events {
    /** Takes one; must not throw. */
    void accept(Event event);

    /** Drops them all. */
    static Events none() {
        return event -> {};
    }

    /** Gives each to both. */
    default Events and(Events other) {
        return event -> {
            accept(event);
            other.accept(event);
        };
    }
}

package dev.migrate.engine.apply;

import java.util.Objects;

/** A migration that this run applied. */
public record Applied(String name, int tries, long tookMillis) {
    /** Refuses null. */
    public Applied {
        Objects.requireNonNull(name, "name");
    }
}

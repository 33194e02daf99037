package dev.migrate.engine.apply;

import java.util.Objects;

/** A migration that could not run yet, and for what it waits. */
public record Waiting(String name, String waitsFor) {
    /** Refuses null. */
    public Waiting {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(waitsFor, "waitsFor");
    }
}

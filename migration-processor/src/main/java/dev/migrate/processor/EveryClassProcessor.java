package dev.migrate.processor;

import java.util.Set;

/** Sees every class, also a migration that lacks its annotation, and claims none. */
public final class EveryClassProcessor extends SessionProcessor {
    /** For the compiler. */
    public EveryClassProcessor() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    boolean claims() {
        return false;
    }
}

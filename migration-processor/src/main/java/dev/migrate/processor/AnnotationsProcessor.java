package dev.migrate.processor;

import java.util.Set;

/** Claims the API's annotations, so that no compiler warns of them. */
public final class AnnotationsProcessor extends SessionProcessor {
    /** For the compiler. */
    public AnnotationsProcessor() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("dev.migrate.api.*");
    }

    @Override
    boolean claims() {
        return true;
    }
}

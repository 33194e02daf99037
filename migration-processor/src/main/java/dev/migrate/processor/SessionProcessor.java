package dev.migrate.processor;

import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Hands the rounds to the compilation's session, and lets no exception out. */
abstract sealed class SessionProcessor extends AbstractProcessor permits AnnotationsProcessor, EveryClassProcessor {
    private @Nullable Session session;

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        session = Session.of(environment);
    }

    @Override
    @SuppressWarnings("DoNotClaimAnnotations") // Our own alone, by the processor that exists for that.
    public final boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (session != null) {
            session.round(round);
        }
        return claims();
    }

    /** Whether the annotations that it supports are kept from the processors after it. */
    abstract boolean claims();
}

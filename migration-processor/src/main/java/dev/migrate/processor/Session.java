package dev.migrate.processor;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;

/**
 * One compilation. Classes are collected in every round and judged in the last, when everything that other processors
 * generate is there. Which of the two processors a compiler calls depends on the annotations it met; the first call of a
 * round does the work.
 */
final class Session {
    private static final Map<ProcessingEnvironment, WeakReference<Session>> SESSIONS = new WeakHashMap<>();

    private final ProcessingEnvironment environment;
    private final Reporter reporter;
    private final List<CompilerSide> compilers;
    private final Set<String> roots = new LinkedHashSet<>();
    private boolean over;

    private Session(ProcessingEnvironment environment, ProcessingEnvironment unwrapped) {
        this.environment = environment;
        this.compilers = Stream.concat(JavacTrees.of(unwrapped).stream(), Stream.of(new EclipseUnits()))
                .toList();
        this.reporter = new Reporter(environment.getMessager(), compilers);
    }

    /** The session of a compilation, the same for both processors. */
    static Session of(ProcessingEnvironment environment) {
        ProcessingEnvironment unwrapped = Environments.unwrap(environment);
        synchronized (SESSIONS) {
            Session running = Optional.ofNullable(SESSIONS.get(unwrapped))
                    .map(WeakReference::get)
                    .orElse(null);
            if (running != null) {
                return running;
            }
            Session begun = new Session(environment, unwrapped);
            SESSIONS.put(unwrapped, new WeakReference<>(begun));
            return begun;
        }
    }

    void round(RoundEnvironment round) {
        try {
            ElementFilter.typesIn(round.getRootElements())
                    .forEach(type -> roots.add(type.getQualifiedName().toString()));
            if (round.processingOver() && !over) {
                over = true;
                finish(round.errorRaised());
            }
        } catch (IOException failure) {
            reporter.report(Diagnostic.Kind.ERROR, Faults.notWritten(failure));
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError fault) {
            over = true;
            report(fault);
        }
    }

    private void finish(boolean errorRaised) throws IOException {
        // Names, not elements: those of an earlier round may be stale.
        List<TypeElement> types = roots.stream()
                .sorted()
                .map(environment.getElementUtils()::getTypeElement)
                .filter(Objects::nonNull)
                .toList();
        new Judgement(environment, compilers, reporter).of(types, errorRaised);
    }

    private void report(Throwable fault) {
        if (fault instanceof RuntimeException compilers && Faults.isCompilersOwn(fault)) {
            throw compilers;
        }
        reporter.report(
                Diagnostic.Kind.ERROR,
                Faults.isMissingClass(fault) ? Faults.missingClass(fault) : Faults.internal(fault));
    }
}

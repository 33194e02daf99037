package dev.migrate.processor;

import dev.migrate.core.migration.Place;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * What only the Eclipse compiler has, in batch and in the IDE, through public members that it does not promise: where
 * one is missing, the fallbacks of {@link Reporter} and {@link Sources} take over.
 */
final class EclipseUnits implements CompilerSide {
    /** {@code ProblemSeverities.Error} and {@code Warning}. */
    private static final int ERROR = 1;

    private static final int WARNING = 0;

    /** {@code IProblem.ExternalProblemNotFixable} with a number of ours. */
    private static final int PROBLEM_ID = 0x4000_0000 | 1;

    @Override
    public Optional<String> source(TypeElement type) {
        return unit(type).flatMap(Unit::contents);
    }

    @Override
    public boolean refusedSyntax(TypeElement type) {
        return unit(type).filter(Unit::refusedSyntax).isPresent();
    }

    @Override
    public boolean report(Diagnostic.Kind kind, Message message, TypeElement type, Place place) {
        if (!place.exact()) {
            return false;
        }
        int severity = kind == Diagnostic.Kind.ERROR ? ERROR : WARNING;
        return unit(type)
                .filter(unit -> unit.record(severity, message.lines(), place, type))
                .isPresent();
    }

    private static Optional<Unit> unit(TypeElement type) {
        try {
            Object binding = type.getClass().getField("_binding").get(type);
            Object declaration = field(field(binding, "scope"), "referenceContext");
            Object result = field(declaration, "compilationResult");
            return Optional.of(new Unit(declaration, result, field(result, "compilationUnit")));
        } catch (ReflectiveOperationException | RuntimeException notFromSource) {
            return Optional.empty();
        }
    }

    private static Object field(Object owner, String name) throws ReflectiveOperationException {
        return owner.getClass().getField(name).get(owner);
    }

    private record Unit(Object declaration, Object result, Object unit) {
        Optional<String> contents() {
            try {
                return Optional.of(new String(chars("getContents")));
            } catch (ReflectiveOperationException | RuntimeException changed) {
                return Optional.empty();
            }
        }

        boolean refusedSyntax() {
            try {
                return Boolean.TRUE.equals(field(result, "hasSyntaxError"));
            } catch (ReflectiveOperationException | RuntimeException changed) {
                return false;
            }
        }

        boolean record(int severity, String message, Place place, TypeElement type) {
            try {
                ClassLoader eclipse = type.getClass().getClassLoader();
                Object problem = eclipse.loadClass("org.eclipse.jdt.internal.compiler.apt.dispatch.AptProblem")
                        .getConstructors()[0]
                        .newInstance(
                                declaration,
                                chars("getFileName"),
                                message,
                                PROBLEM_ID,
                                new String[0],
                                severity,
                                place.start(),
                                place.end() - 1,
                                place.line(),
                                place.column());
                result.getClass()
                        .getMethod(
                                "record",
                                eclipse.loadClass("org.eclipse.jdt.core.compiler.CategorizedProblem"),
                                eclipse.loadClass("org.eclipse.jdt.internal.compiler.impl.ReferenceContext"))
                        .invoke(result, problem, declaration);
                return true;
            } catch (ReflectiveOperationException | RuntimeException changed) {
                return false;
            }
        }

        private char[] chars(String method)
                throws NoSuchMethodException, IllegalAccessException, InvocationTargetException {
            return (char[]) unit.getClass().getMethod(method).invoke(unit);
        }
    }
}

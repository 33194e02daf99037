package dev.migrate.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import javax.annotation.processing.ProcessingEnvironment;
import org.junit.jupiter.api.Test;

class EnvironmentsTest {
    private final ProcessingEnvironment compilers =
            environment((proxy, method, arguments) -> switch (method.getName()) {
                case "hashCode" -> 1;
                case "equals" -> proxy == arguments[0];
                default -> "none";
            });

    @Test
    void whatIsNotWrappedIsItself() {
        assertThat(Environments.unwrap(compilers)).isSameAs(compilers);
    }

    @Test
    void aFieldOfASuperclassHoldsTheOriginal() {
        assertThat(Environments.unwrap(new Wrapper(new Wrapper(compilers)) {})).isSameAs(compilers);
    }

    @Test
    void aProxyIsTakenOffByTheToolThatPutItOn() {
        ProcessingEnvironment proxy = environment(new org.jetbrains.jps.javac.APIWrappers.Handler(compilers));

        assertThat(Environments.unwrap(proxy)).isSameAs(compilers);
    }

    private static ProcessingEnvironment environment(InvocationHandler handler) {
        return (ProcessingEnvironment) Proxy.newProxyInstance(
                EnvironmentsTest.class.getClassLoader(), new Class<?>[] {ProcessingEnvironment.class}, handler);
    }

    /** As Gradle's {@code IncrementalProcessingEnvironment} keeps it. */
    private static class Wrapper implements ProcessingEnvironment {
        private final ProcessingEnvironment delegate;

        Wrapper(ProcessingEnvironment delegate) {
            this.delegate = delegate;
        }

        @Override
        public java.util.Map<String, String> getOptions() {
            return delegate.getOptions();
        }

        @Override
        public javax.annotation.processing.Messager getMessager() {
            return delegate.getMessager();
        }

        @Override
        public javax.annotation.processing.Filer getFiler() {
            return delegate.getFiler();
        }

        @Override
        public javax.lang.model.util.Elements getElementUtils() {
            return delegate.getElementUtils();
        }

        @Override
        public javax.lang.model.util.Types getTypeUtils() {
            return delegate.getTypeUtils();
        }

        @Override
        public javax.lang.model.SourceVersion getSourceVersion() {
            return delegate.getSourceVersion();
        }

        @Override
        public java.util.Locale getLocale() {
            return delegate.getLocale();
        }
    }
}

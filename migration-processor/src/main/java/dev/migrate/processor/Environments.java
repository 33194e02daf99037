package dev.migrate.processor;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * Finds the compiler's own environment behind the wrappers of build tools: {@code Trees} takes no other. IntelliJ IDEA
 * wraps it in a proxy and has a method that takes the proxy off; Gradle and Kotlin keep the original in a field.
 */
final class Environments {
    private static final int MOST_WRAPPERS = 5;

    private Environments() {}

    static ProcessingEnvironment unwrap(ProcessingEnvironment environment) {
        ProcessingEnvironment inner = environment;
        for (int i = 0; i < MOST_WRAPPERS; i++) {
            Optional<ProcessingEnvironment> next = inside(inner);
            if (next.isEmpty()) {
                return inner;
            }
            inner = next.get();
        }
        return inner;
    }

    private static Optional<ProcessingEnvironment> inside(ProcessingEnvironment wrapper) {
        return Proxy.isProxyClass(wrapper.getClass()) ? insideProxy(wrapper) : insideField(wrapper);
    }

    private static Optional<ProcessingEnvironment> insideProxy(ProcessingEnvironment proxy) {
        try {
            ClassLoader loader = Proxy.getInvocationHandler(proxy).getClass().getClassLoader();
            Method unwrap = Class.forName("org.jetbrains.jps.javac.APIWrappers", true, loader)
                    .getDeclaredMethod("unwrap", Class.class, Object.class);
            unwrap.setAccessible(true);
            Object inner = unwrap.invoke(null, ProcessingEnvironment.class, proxy);
            return inner == proxy ? Optional.empty() : asEnvironment(inner);
        } catch (ReflectiveOperationException | RuntimeException notThatProxy) {
            return Optional.empty();
        }
    }

    private static Optional<ProcessingEnvironment> insideField(ProcessingEnvironment wrapper) {
        for (Class<?> type = wrapper.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals("delegate") || field.getName().equals("processingEnv")) {
                    Optional<ProcessingEnvironment> inner = valueOf(field, wrapper);
                    if (inner.isPresent()) {
                        return inner;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<ProcessingEnvironment> valueOf(Field field, ProcessingEnvironment wrapper) {
        try {
            field.setAccessible(true);
            return asEnvironment(field.get(wrapper));
        } catch (ReflectiveOperationException | RuntimeException closed) {
            return Optional.empty();
        }
    }

    private static Optional<ProcessingEnvironment> asEnvironment(Object candidate) {
        return candidate instanceof ProcessingEnvironment environment ? Optional.of(environment) : Optional.empty();
    }
}

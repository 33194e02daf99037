package org.jetbrains.jps.javac;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Stands in for the class of that name in IntelliJ IDEA's build process. */
public final class APIWrappers {
    private APIWrappers() {}

    @SuppressWarnings("unused")
    static <T> T unwrap(Class<? extends T> type, T wrapper) {
        return Proxy.getInvocationHandler(wrapper) instanceof Handler handler ? type.cast(handler.inner()) : wrapper;
    }

    /** A proxy's handler that knows what it wraps. */
    public record Handler(Object inner) implements InvocationHandler {
        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws ReflectiveOperationException {
            return method.invoke(inner, arguments);
        }
    }
}

package dev.migrate.api;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A function over a record, as one over plain arrays: only types of the JDK cross the class loaders' border. */
final class RowFunction<R extends Record> implements Function<@Nullable Object[], @Nullable Object[]> {
    private final Class<R> model;
    private final Function<? super R, ? extends @Nullable Object> function;

    RowFunction(Class<R> model, Function<? super R, ? extends @Nullable Object> function) {
        this.model = model;
        this.function = function;
    }

    @Override
    public @Nullable Object[] apply(@Nullable Object[] row) {
        return new @Nullable Object[] {function.apply(model(row))};
    }

    private R model(@Nullable Object[] row) {
        Class<?>[] types = Arrays.stream(model.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<R> constructor = model.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(row);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(
                    "the constructor of " + model.getSimpleName() + " failed", refused.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(model.getName() + " cannot be made from a row", impossible);
        }
    }
}

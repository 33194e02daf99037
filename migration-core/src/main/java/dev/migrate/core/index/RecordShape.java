package dev.migrate.core.index;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What reflection tells of a record or of a sealed interface, asked once: it copies what it gives, and an index holds
 * tens of thousands of records.
 */
final class RecordShape {
    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return new RecordShape(type);
        }
    };

    private final Class<?> type;
    private final List<Part> parts;
    private final boolean oneOfSeveral;
    private final Map<String, Class<?>> permitted;
    private final @Nullable Constructor<?> constructor;

    private RecordShape(Class<?> type) {
        this.type = type;
        this.parts = type.isRecord()
                ? Arrays.stream(type.getRecordComponents()).map(Part::of).toList()
                : List.of();
        this.oneOfSeveral = Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed);
        this.permitted = permitted(type);
        this.constructor = type.isRecord() ? constructor(type) : null;
    }

    static RecordShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    /**
     * A component.
     *
     * @param plain the value of a record that says nothing, which is left out: texts from before the component have none
     */
    record Part(String name, Class<?> raw, Type generic, Method accessor, Optional<Object> plain) {
        static Part of(RecordComponent component) {
            component.getAccessor().setAccessible(true);
            return new Part(
                    component.getName(),
                    component.getType(),
                    component.getGenericType(),
                    component.getAccessor(),
                    plain(component.getType()));
        }

        private static Optional<Object> plain(Class<?> type) {
            try {
                return Optional.of(type.getField("PLAIN").get(null));
            } catch (NoSuchFieldException none) {
                return Optional.empty();
            } catch (IllegalAccessException impossible) {
                throw new IllegalStateException("the plain " + type + " cannot be read", impossible);
            }
        }

        Object of(Record record) {
            try {
                return accessor.invoke(record);
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(accessor + " cannot be called", impossible);
            }
        }
    }

    List<Part> parts() {
        return parts;
    }

    /** Whether the record implements a sealed interface, so that its name must be said. */
    boolean oneOfSeveral() {
        return oneOfSeveral;
    }

    /** The record of that simple name that a sealed interface permits. */
    Class<?> permitted(String name) {
        Class<?> found = permitted.get(name);
        if (found == null) {
            throw new IndexUnreadable(name + " is no known " + type.getSimpleName());
        }
        return found;
    }

    Object create(Object[] values) {
        if (constructor == null) {
            throw new IllegalStateException(type + " is no record");
        }
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            throw new IndexUnreadable("a " + type.getSimpleName() + " is refused", refused);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(type + " cannot be made", impossible);
        }
    }

    private static Map<String, Class<?>> permitted(Class<?> type) {
        Map<String, Class<?>> names = new LinkedHashMap<>();
        if (type.isSealed()) {
            records(type).forEach(each -> names.put(each.getSimpleName(), each));
        }
        return names;
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(RecordShape::records)
                : Stream.of(type);
    }

    private static Constructor<?> constructor(Class<?> type) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException everyRecordHasIt) {
            throw new IllegalStateException(everyRecordHasIt);
        }
    }
}

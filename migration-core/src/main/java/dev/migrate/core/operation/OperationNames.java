package dev.migrate.core.operation;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The names of objects within an operation, wherever they stand in it. */
public final class OperationNames {
    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    private OperationNames() {}

    /** The operation with other names; the same one where no name is another. */
    public static DdlOperation mapped(DdlOperation operation, UnaryOperator<ObjectName> names) {
        return (DdlOperation) value(operation, names);
    }

    private static Object value(Object value, UnaryOperator<ObjectName> names) {
        if (value instanceof ObjectName name) {
            ObjectName other = names.apply(name);
            return other.equals(name) ? name : other;
        }
        if (value instanceof Optional<?> optional) {
            return optional.isEmpty() ? optional : optional(optional, names);
        }
        if (value instanceof List<?> list) {
            return list.isEmpty() ? list : list(list, names);
        }
        return value instanceof Record record ? record(record, names) : value;
    }

    private static Object optional(Optional<?> optional, UnaryOperator<ObjectName> names) {
        Object inner = optional.get();
        Object other = value(inner, names);
        return other == inner ? optional : Optional.of(other);
    }

    private static Object list(List<?> list, UnaryOperator<ObjectName> names) {
        List<Object> others = new ArrayList<>(list.size());
        boolean changed = false;
        for (Object each : list) {
            Object other = value(each, names);
            changed |= other != each;
            others.add(other);
        }
        return changed ? others : list;
    }

    private static Object record(Record record, UnaryOperator<ObjectName> names) {
        Shape shape = SHAPES.get(record.getClass());
        Object[] others = new Object[shape.components().size()];
        boolean changed = false;
        for (int at = 0; at < others.length; at++) {
            Object each = shape.get(record, at);
            others[at] = value(each, names);
            changed |= others[at] != each;
        }
        return changed ? shape.make(others) : record;
    }

    /** How a record is taken apart and put together. */
    private record Shape(List<RecordComponent> components, Constructor<?> constructor) {
        static Shape of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(
                        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
                constructor.setAccessible(true);
                for (RecordComponent component : components) {
                    component.getAccessor().setAccessible(true);
                }
                return new Shape(List.of(components), constructor);
            } catch (NoSuchMethodException impossible) {
                throw new IllegalStateException(type + " has no canonical constructor", impossible);
            }
        }

        Object get(Record record, int at) {
            try {
                return components.get(at).getAccessor().invoke(record);
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(components.get(at) + " cannot be read", impossible);
            }
        }

        Object make(Object[] values) {
            try {
                return constructor.newInstance(values);
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(constructor + " refuses what it made before", impossible);
            }
        }
    }
}

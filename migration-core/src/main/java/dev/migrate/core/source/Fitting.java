package dev.migrate.core.source;

import com.github.javaparser.ast.type.Type;
import java.util.Map;
import java.util.Set;

/** Whether a value fits a parameter, as far as that decides between methods of one name. */
final class Fitting {
    private static final Map<Class<?>, Set<String>> TYPES = Map.ofEntries(
            Map.entry(Value.Text.class, Set.of("String", "CharSequence", "Comparable")),
            Map.entry(Sequence.class, Set.of("List", "Collection", "Iterable", "Set", "ArrayList", "Stream")),
            Map.entry(Value.Items.class, Set.of("List", "Collection", "Iterable", "Set", "Stream")),
            Map.entry(JooqType.class, Set.of("DataType")),
            Map.entry(JooqPart.Name.class, Set.of("Name")),
            Map.entry(JooqPart.Table.class, Set.of("Table")),
            Map.entry(GeneratedTable.class, Set.of("Table")),
            Map.entry(JooqSql.class, Set.of("Field", "TableField", "Condition", "SelectField", "GroupField", "Param")),
            Map.entry(JooqPart.Constraint.class, Set.of("Constraint")),
            Map.entry(Sink.Handle.class, Set.of("Steps", "RiskySteps", "Verification")));

    private static final Set<String> WHOLE = Set.of("int", "Integer");

    private Fitting() {}

    static boolean isExact(Type type, Value value) {
        String name = simple(type);
        if (value instanceof Value.Constant constant) {
            Object boxed = constant.boxed();
            String own = boxed.getClass().getSimpleName();
            return name.equals(own) || name.equals(primitive(own));
        }
        if (value instanceof Instance instance) {
            return name.equals(instance.type().simpleName());
        }
        Set<String> names = TYPES.get(value.getClass());
        return names != null && (names.contains(name) || (Sequence.is(value) && type.isArrayType()));
    }

    /** False only where the language would not take it. */
    static boolean fits(Type type, Value value) {
        if (isExact(type, value) || value instanceof Value.Unknown || value instanceof Value.Null) {
            return !(value instanceof Value.Null) || !type.isPrimitiveType();
        }
        String name = simple(type);
        if (value instanceof Value.Constant) {
            return !(name.equals("String") || JOOQ.contains(name)) && widens(name, value);
        }
        if (TYPES.containsKey(value.getClass())) {
            return !CLOSED.contains(name) && !type.isPrimitiveType() && !otherKind(name, value);
        }
        return !(type.isPrimitiveType() || (name.equals("String") && !(value instanceof Chain)))
                || value instanceof Value.Nothing;
    }

    /** The types of jOOQ that none of the others is. */
    private static final Set<String> JOOQ = Set.of("DataType", "Name", "Table", "Field", "Constraint", "Condition");

    /** The types that only a value of their own kind is. */
    private static final Set<String> CLOSED =
            Set.of("String", "CharSequence", "Integer", "Long", "Boolean", "DataType", "Name", "Table", "Constraint");

    private static boolean otherKind(String name, Value value) {
        boolean part = value instanceof JooqSql
                || value instanceof JooqType
                || value instanceof JooqPart.Name
                || value instanceof JooqPart.Table
                || value instanceof GeneratedTable
                || value instanceof JooqPart.Constraint
                || value instanceof Value.Text;
        return part && JOOQ.contains(name);
    }

    private static boolean widens(String name, Value value) {
        Object boxed = ((Value.Constant) value).boxed();
        return switch (name) {
            case "int" -> boxed instanceof Short || boxed instanceof Byte || boxed instanceof Character;
            case "long" -> !(boxed instanceof Boolean) && !(boxed instanceof Double) && !(boxed instanceof Float);
            case "float", "double" -> !(boxed instanceof Boolean);
            case "boolean", "char", "byte", "short" -> false;
            case "Integer", "Long", "Boolean", "Short", "Double", "Float", "Character", "BigDecimal" -> false;
            default -> true;
        };
    }

    private static String primitive(String boxed) {
        return WHOLE.contains(boxed)
                ? "int"
                : boxed.equals("Character") ? "char" : boxed.toLowerCase(java.util.Locale.ROOT);
    }

    private static String simple(Type type) {
        if (type.isClassOrInterfaceType()) {
            return type.asClassOrInterfaceType().getNameAsString();
        }
        return type.asString();
    }
}

package dev.migrate.core.source;

import java.util.List;

/** Enums of Java that stand for a type of the database: those that implement jOOQ's {@code EnumType}. */
final class DatabaseEnums {
    private static final String ENUM_TYPE = "org.jooq.EnumType";

    private DatabaseEnums() {}

    static boolean isOne(Value value) {
        return value instanceof Instance instance ? isOne(instance.type()) : value instanceof Value.TypeLiteral;
    }

    private static boolean isOne(TypeRef type) {
        return type.ancestors().contains(ENUM_TYPE);
    }

    /** A constant as the literal that jOOQ makes of it, its class as the type's name; anything else as it is. */
    static Argument read(Argument argument, Calls calls, Frame frame) {
        if (argument.value() instanceof Instance instance && isOne(instance.type())) {
            Traced literal = text(argument, "getLiteral", calls, frame);
            Traced type = type(argument, calls, frame);
            Traced sql = Traced.of("cast(", Span.NONE)
                    .then(JooqSql.literal(new Argument(new Value.Text(literal), argument.span())))
                    .then(" as ", Span.NONE)
                    .then(type)
                    .then(")", Span.NONE);
            return new Argument(JooqSql.of(sql).typed(JooqType.userDefined(type)), argument.span());
        }
        if (argument.value() instanceof Value.TypeLiteral literal) {
            return calls.values()
                    .enumConstants(literal, argument.span(), frame)
                    .filter(constants -> !constants.isEmpty()
                            && constants.get(0).value() instanceof Instance first
                            && isOne(first.type()))
                    .map(constants -> new Argument(new EnumName(type(constants.get(0), calls, frame)), argument.span()))
                    .orElse(argument);
        }
        return argument;
    }

    private static Traced type(Argument constant, Calls calls, Frame frame) {
        Traced name = JooqPart.quote(text(constant, "getName", calls, frame).at(constant.span()));
        Value schema = called(constant, "getSchema", calls, frame);
        return schema instanceof Value.Null
                ? name
                : JooqPart.name(new Argument(schema, constant.span()), "schema")
                        .qualified()
                        .then(".", Span.NONE)
                        .then(name);
    }

    private static Traced text(Argument constant, String method, Calls calls, Frame frame) {
        return new Argument(called(constant, method, calls, frame), constant.span())
                .known()
                .text("the name");
    }

    private static Value called(Argument constant, String method, Calls calls, Frame frame) {
        return calls.values().of(constant, new Call(method, constant.span(), List.of(), constant.span()), frame);
    }
}

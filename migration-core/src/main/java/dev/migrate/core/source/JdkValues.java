package dev.migrate.core.source;

import java.util.Optional;

/** Static methods of the JDK and of jOOQ's value types that give constants. */
final class JdkValues {
    private JdkValues() {}

    /** The value of a call; empty for a method that is not known. */
    static Optional<Value> call(String type, Call given) {
        Call call = given.settled();
        return switch (type + "." + call.method()) {
            case "java.lang.String.format" ->
                Optional.of(Strings.format(call.argument(0).text("the format"), call.spread(1), call));
            case "java.lang.String.join" -> Optional.of(Strings.join(call));
            case "java.lang.String.valueOf" ->
                Optional.of(new Value.Text(Numbers.text(call.require(1).argument(0))));
            case "java.lang.Integer.valueOf", "java.lang.Long.valueOf", "java.lang.Boolean.valueOf" -> boxed(call);
            case "java.math.BigDecimal.valueOf" -> decimal(call);
            case "org.jooq.JSONB.jsonb", "org.jooq.JSONB.valueOf" -> Optional.of(json(call, "jsonb"));
            case "org.jooq.JSON.json", "org.jooq.JSON.valueOf" -> Optional.of(json(call, "json"));
            case "java.util.UUID.fromString" -> Optional.of(uuid(call));
            case "java.time.LocalDate.parse", "java.sql.Date.valueOf", "org.jooq.impl.DSL.date" ->
                Optional.of(day(call));
            default -> Optional.empty();
        };
    }

    private static Value uuid(Call call) {
        Traced text = call.require(1).argument(0).text("the UUID");
        if (!text.text().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw call.notUnderstood();
        }
        return JooqSql.of(Traced.of(
                        "cast('" + text.text() + "' as uuid)", call.argument(0).span()))
                .typed("UUID");
    }

    private static Value day(Call call) {
        Traced text = call.require(1).argument(0).text("the date");
        if (!text.text().matches("\\d{4}-\\d\\d-\\d\\d")) {
            throw call.notUnderstood();
        }
        return JooqSql.of(
                        Traced.of("date '" + text.text() + "'", call.argument(0).span()))
                .typed("LOCALDATE");
    }

    private static Optional<Value> boxed(Call call) {
        return call.require(1).argument(0).value() instanceof Value.Constant constant
                ? Optional.of(constant)
                : Optional.empty();
    }

    private static Optional<Value> decimal(Call call) {
        boolean simple = call.require(1).argument(0).value() instanceof Value.Constant constant
                && (constant.boxed() instanceof Integer
                        || constant.boxed() instanceof Long
                        || constant.boxed() instanceof Double);
        return simple
                ? Optional.of(Numbers.decimal(Numbers.text(call.argument(0)).text(), call.span()))
                : Optional.empty();
    }

    private static Value json(Call call, String type) {
        Argument text = call.require(1).argument(0);
        text.text("the JSON");
        return JooqSql.of(
                Traced.of("cast(", Span.NONE).then(JooqSql.literal(text)).then(" as " + type + ")", Span.NONE));
    }
}

package dev.migrate.core.source;

import java.util.List;

/** The default of a column, as jOOQ writes it for the column's type. */
final class DefaultValue {
    private DefaultValue() {}

    static Traced of(Argument argument, JooqType type) {
        if (argument.value() instanceof Value.Items items && type.dimensions() > 0) {
            String text = "cast('{" + String.join(",", elements(items.items(), argument.span())) + "}' as "
                    + type.name().text() + ")";
            return Traced.of(text, argument.span());
        }
        return JooqSql.value(argument);
    }

    private static List<String> elements(List<Argument> items, Span span) {
        return items.stream().map(item -> element(item, span)).toList();
    }

    private static String element(Argument item, Span span) {
        if (item.value() instanceof Value.Text text && text.traced().text().matches("[\\w ]*")) {
            return "\"" + text.traced().text() + "\"";
        }
        if (item.value() instanceof Value.Constant constant
                && (constant.boxed() instanceof Integer || constant.boxed() instanceof Long)) {
            return constant.boxed().toString();
        }
        throw new NotUnderstood("the elements of the array are not read", span);
    }
}

package dev.migrate.core.source;

import dev.migrate.core.source.JooqSql.Connective;
import java.util.List;
import java.util.Map;

/** Methods of jOOQ's expressions and conditions. */
final class SqlCalls {
    private static final Map<String, String> COMPARISONS = Map.ofEntries(
            Map.entry("eq", " = "),
            Map.entry("equal", " = "),
            Map.entry("ne", " <> "),
            Map.entry("notEqual", " <> "),
            Map.entry("gt", " > "),
            Map.entry("greaterThan", " > "),
            Map.entry("ge", " >= "),
            Map.entry("greaterOrEqual", " >= "),
            Map.entry("lt", " < "),
            Map.entry("lessThan", " < "),
            Map.entry("le", " <= "),
            Map.entry("lessOrEqual", " <= "),
            Map.entry("isDistinctFrom", " is distinct from "),
            Map.entry("isNotDistinctFrom", " is not distinct from "));

    private static final Map<String, String> SUFFIXES = Map.of(
            "isNull", " is null",
            "isNotNull", " is not null",
            "asc", " asc",
            "desc", " desc",
            "nullsFirst", " nulls first",
            "nullsLast", " nulls last");

    private static final Map<String, String> PATTERNS = Map.of(
            "like", " like ",
            "notLike", " not like ",
            "likeIgnoreCase", " ilike ",
            "notLikeIgnoreCase", " not ilike ",
            "similarTo", " similar to ");

    private static final Map<String, Character> ARITHMETIC = Map.ofEntries(
            Map.entry("plus", '+'),
            Map.entry("add", '+'),
            Map.entry("minus", '-'),
            Map.entry("sub", '-'),
            Map.entry("subtract", '-'),
            Map.entry("times", '*'),
            Map.entry("mul", '*'),
            Map.entry("multiply", '*'),
            Map.entry("div", '/'),
            Map.entry("divide", '/'));

    /** Functions that are also methods. */
    private static final Map<String, String> FUNCTIONS = Map.of(
            "lower", "lower",
            "upper", "upper",
            "trim", "trim",
            "length", "char_length",
            "charLength", "char_length",
            "abs", "abs");

    private SqlCalls() {}

    static Value of(JooqSql left, Call call) {
        String method = call.method();
        if (COMPARISONS.containsKey(method)) {
            return JooqSql.composed(
                    left,
                    COMPARISONS.getOrDefault(method, ""),
                    JooqSql.expression(call.require(1).argument(0)));
        }
        if (SUFFIXES.containsKey(method)) {
            JooqSql suffixed = JooqSql.composed(left, call.require(0).word(SUFFIXES.getOrDefault(method, "")));
            return left.type().map(suffixed::typed).orElse(suffixed);
        }
        if (PATTERNS.containsKey(method)) {
            return pattern(left, PATTERNS.getOrDefault(method, ""), call);
        }
        Character operator = ARITHMETIC.get(method);
        if (operator != null) {
            return arithmetic(left, operator, call);
        }
        String function = FUNCTIONS.get(method);
        if (function != null && call.count() == 0) {
            return JooqSql.composed(call.word(function + "("), left, ")")
                    .typed(function.equals("char_length") ? "INTEGER" : "VARCHAR");
        }
        return condition(left, call);
    }

    private static Value condition(JooqSql left, Call call) {
        return switch (call.method()) {
            case "and" -> combined(Connective.AND, left, call, false);
            case "or" -> combined(Connective.OR, left, call, false);
            case "andNot" -> combined(Connective.AND, left, call, true);
            case "orNot" -> combined(Connective.OR, left, call, true);
            case "not" -> JooqSql.negated(left);
            case "isTrue" -> truth(left, "true", call);
            case "isFalse" -> truth(left, "false", call);
            case "equalIgnoreCase" ->
                JooqSql.composed(
                        "lower(",
                        asText(left),
                        ") = lower(",
                        JooqSql.expression(call.require(1).argument(0)),
                        ")");
            case "likeRegex" ->
                JooqSql.composed(
                        "(",
                        asText(left),
                        " ~ ",
                        JooqSql.expression(call.require(1).argument(0)),
                        ")");
            case "in" -> list(left, " in ", call);
            case "notIn" -> list(left, " not in ", call);
            case "between" -> between(left, " between ", call);
            case "notBetween" -> between(left, " not between ", call);
            default -> expression(left, call);
        };
    }

    private static Value expression(JooqSql left, Call call) {
        return switch (call.method()) {
            case "cast" -> cast(left, call.require(1).argument(0));
            case "concat" -> concatenated(left, call.spread(0));
            case "as" ->
                left.as(JooqPart.name(call.require(1).argument(0), "alias").last());
            case "neg" -> JooqSql.composed("-", left);
            case "mod" ->
                JooqSql.composed(
                        "mod(", left, ", ", JooqSql.expression(call.require(1).argument(0)), ")");
            case "coalesce" -> coalesced(left, call);
            case "getName" -> new Value.Text(JooqPart.unquoted(left.sql()));
            case "toString" -> new Value.Text(left.full());
            case "getDataType" -> left.type().map(type -> (Value) type).orElseThrow(call::notUnderstood);
            case "getQualifiedName", "getUnqualifiedName" ->
                new JooqPart.Name(
                        List.of(JooqPart.unquoted(left.sql())),
                        left.sql().text().startsWith("\""));
            default -> throw call.notUnderstood();
        };
    }

    private static Value coalesced(JooqSql left, Call call) {
        List<JooqSql> more = call.spread(0).stream().map(JooqSql::expression).toList();
        return JooqSql.composed("coalesce(", left, ", ", JooqSql.joined(", ", more), ")");
    }

    private static JooqSql combined(Connective connective, JooqSql left, Call call, boolean negated) {
        Argument first = call.argument(0);
        boolean template =
                call.count() > 1 && (first.value() instanceof Value.Text || first.value() instanceof JooqPart.Sql);
        JooqSql given = template
                ? JooqSql.plain(Templates.rendered(first, call.arguments().subList(1, call.count()), call))
                : JooqSql.condition(call.require(1).argument(0));
        JooqSql right = negated ? JooqSql.negated(given) : given;
        if (left.sql().text().isEmpty()) {
            return right;
        }
        return right.sql().text().isEmpty() ? left : JooqSql.compound(connective, List.of(left, right));
    }

    private static Value truth(JooqSql left, String value, Call call) {
        if (left.type().filter(type -> type.base().equals("boolean")).isEmpty()) {
            throw new NotUnderstood(
                    "what is true of a column that is not declared boolean is not read", call.methodSpan());
        }
        return JooqSql.composed(left, call.require(0).word(" = " + value));
    }

    private static Value list(JooqSql left, String operator, Call call) {
        if (call.count() == 1 && call.argument(0).value() instanceof JooqSelect select) {
            return JooqSql.composed(left, operator, select.expression().enclosed());
        }
        List<JooqSql> values = call.spread(0).stream().map(JooqSql::expression).toList();
        if (values.isEmpty()) {
            throw call.notUnderstood();
        }
        return JooqSql.composed(left, operator, "(", JooqSql.joined(", ", values), ")");
    }

    private static Value between(JooqSql left, String operator, Call call) {
        JooqSql lower = JooqSql.composed(left, operator, JooqSql.expression(call.argument(0)));
        return call.count() == 2
                ? JooqSql.composed(lower, " and ", JooqSql.expression(call.argument(1)))
                : new Between(lower);
    }

    /** A range of which the upper end is missing. */
    private record Between(JooqSql lower) implements Value.Receiver {
        @Override
        public Value call(Call call) {
            if (!call.method().equals("and")) {
                throw call.notUnderstood();
            }
            return JooqSql.composed(
                    lower, " and ", JooqSql.expression(call.require(1).argument(0)));
        }
    }

    private static Value pattern(JooqSql left, String operator, Call call) {
        JooqSql matched = JooqSql.composed(asText(left), operator, JooqSql.expression(call.argument(0)));
        if (call.count() == 1) {
            return matched;
        }
        return JooqSql.composed(
                matched, " escape ", JooqSql.expression(call.require(2).argument(1)));
    }

    private static JooqSql asText(JooqSql expression) {
        boolean text = expression.type().map(JooqType::character).orElse(false);
        return text ? expression : JooqSql.composed("cast(", expression, " as varchar)");
    }

    /** What jOOQ does with times is another thing. */
    private static Value arithmetic(JooqSql left, char operator, Call call) {
        JooqSql right = JooqSql.expression(call.require(1).argument(0));
        boolean numbers = left.type().map(JooqType::number).orElse(true)
                && right.type().map(JooqType::number).orElse(true);
        if (!numbers) {
            throw new NotUnderstood("arithmetic of what is no number is not read", call.methodSpan());
        }
        if (operator == '+' || operator == '*') {
            return JooqSql.compound(operator == '+' ? Connective.PLUS : Connective.TIMES, List.of(left, right));
        }
        JooqSql result = JooqSql.composed("(", left, " " + operator + " ", right, ")");
        return left.type().map(result::typed).orElse(result);
    }

    static JooqSql cast(JooqSql expression, Argument target) {
        JooqType type = DslNames.type(target);
        return JooqSql.composed("cast(", expression, " as " + type.name().text() + ")")
                .typed(type);
    }

    static JooqSql concatenated(JooqSql first, List<Argument> others) {
        JooqSql all = others.isEmpty() ? first : asText(first);
        for (Argument other : others) {
            all = JooqSql.composed("(", all, " || ", asText(JooqSql.expression(other)), ")");
        }
        return all.typed("VARCHAR");
    }
}

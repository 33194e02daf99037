package dev.migrate.core.source;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An expression or a condition of jOOQ's.
 *
 * @param sql as jOOQ renders it
 * @param type where the author gave one
 * @param connective how the operands are joined; {@link Connective#NONE} for all but {@code and} and {@code or}
 */
record JooqSql(Traced sql, Optional<JooqType> type, Connective connective, List<Traced> operands)
        implements JooqPart, Value.Receiver {
    private static final Map<String, String> COMPARISONS = Map.ofEntries(
            Map.entry("eq", "="),
            Map.entry("equal", "="),
            Map.entry("ne", "<>"),
            Map.entry("notEqual", "<>"),
            Map.entry("gt", ">"),
            Map.entry("greaterThan", ">"),
            Map.entry("ge", ">="),
            Map.entry("greaterOrEqual", ">="),
            Map.entry("lt", "<"),
            Map.entry("lessThan", "<"),
            Map.entry("le", "<="),
            Map.entry("lessOrEqual", "<="),
            Map.entry("isDistinctFrom", "is distinct from"),
            Map.entry("isNotDistinctFrom", "is not distinct from"));

    private static final Map<String, String> SUFFIXES = Map.of(
            "isNull", " is null",
            "isNotNull", " is not null",
            "isTrue", " = true",
            "isFalse", " = false",
            "asc", " asc",
            "desc", " desc",
            "nullsFirst", " nulls first",
            "nullsLast", " nulls last");

    private static final Map<String, String> ARITHMETIC = Map.of(
            "plus",
            "+",
            "add",
            "+",
            "minus",
            "-",
            "sub",
            "-",
            "subtract",
            "-",
            "times",
            "*",
            "mul",
            "*",
            "multiply",
            "*");

    /** What joins the operands of a compound condition. */
    enum Connective {
        /** It is no compound. */
        NONE,
        /** All must hold. */
        AND,
        /** One must hold. */
        OR
    }

    static JooqSql of(Traced sql) {
        return of(sql, Optional.empty());
    }

    static JooqSql of(Traced sql, Optional<JooqType> type) {
        return new JooqSql(sql, type, Connective.NONE, List.of());
    }

    /** A column of a table that is known. */
    static JooqSql column(Traced name, Optional<Traced> table, Optional<JooqType> type) {
        return of(name, type);
    }

    /** The name of the column that a statement defines or changes. */
    Traced column() {
        return sql;
    }

    @Override
    public Optional<Traced> asText() {
        return Optional.of(sql);
    }

    static JooqSql compound(Connective connective, List<JooqSql> parts) {
        List<Traced> operands = new ArrayList<>();
        for (JooqSql part : parts) {
            if (part.connective == connective) {
                operands.addAll(part.operands);
            } else {
                operands.add(part.sql);
            }
        }
        Traced joined = Traced.join(connective == Connective.AND ? " and " : " or ", operands);
        return new JooqSql(joined.enclosed(), Optional.empty(), connective, operands);
    }

    static JooqSql negated(JooqSql condition) {
        Traced inner = condition.connective == Connective.NONE ? condition.sql.enclosed() : condition.sql;
        return of(Traced.of("not ", Span.NONE).then(inner));
    }

    static JooqSql condition(Argument argument) {
        if (argument.value() instanceof JooqSql condition) {
            return condition;
        }
        throw new NotUnderstood("the condition is not understood", argument.span());
    }

    /** A value where jOOQ takes a value or a field. */
    static Traced value(Argument argument) {
        if (argument.value() instanceof JooqSql field) {
            return field.sql;
        }
        return literal(argument);
    }

    /** A value of Java as jOOQ writes it into the statement. */
    static Traced literal(Argument argument) {
        if (argument.value() instanceof Value.Text text) {
            return Traced.of("'" + text.traced().text().replace("'", "''") + "'", argument.span());
        }
        if (argument.value() instanceof Value.Null) {
            return Traced.of("null", argument.span());
        }
        if (argument.value() instanceof Value.Constant constant && !(constant.boxed() instanceof Character)) {
            return Traced.of(literal(constant.boxed()), argument.span());
        }
        throw new NotUnderstood("the value is not a constant", argument.span());
    }

    private static String literal(Object boxed) {
        if (boxed instanceof Double number) {
            return "cast(" + scientific(number.toString()) + " as double precision)";
        }
        if (boxed instanceof Float number) {
            return "cast(" + scientific(number.toString()) + " as real)";
        }
        return boxed instanceof BigDecimal number ? number.toPlainString() : boxed.toString();
    }

    private static String scientific(String number) {
        BigDecimal value = new BigDecimal(number);
        if (value.signum() == 0) {
            return "0E0";
        }
        BigDecimal stripped = value.stripTrailingZeros();
        String digits = stripped.unscaledValue().abs().toString();
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        int exponent = digits.length() - 1 - stripped.scale();
        return (value.signum() < 0 ? "-" : "") + digits.charAt(0) + fraction + "E" + exponent;
    }

    @Override
    public Value call(Call call) {
        String comparison = COMPARISONS.get(call.method());
        if (comparison != null) {
            return binary(" " + comparison + " ", value(call.require(1).argument(0)));
        }
        String suffix = SUFFIXES.get(call.method());
        if (suffix != null) {
            call.require(0);
            return of(sql.then(suffix, call.methodSpan()), type);
        }
        String operator = ARITHMETIC.get(call.method());
        if (operator != null) {
            return binary(" " + operator + " ", value(call.require(1).argument(0)))
                    .enclosed();
        }
        return switch (call.method()) {
            case "in" -> list(" in ", call);
            case "notIn" -> list(" not in ", call);
            case "between" -> between(call);
            case "like" -> pattern(" like ", call);
            case "notLike" -> pattern(" not like ", call);
            case "and" ->
                compound(Connective.AND, List.of(this, condition(call.require(1).argument(0))));
            case "or" ->
                compound(Connective.OR, List.of(this, condition(call.require(1).argument(0))));
            case "not" -> negated(this);
            case "cast" -> cast(call);
            default -> throw call.notUnderstood();
        };
    }

    private JooqSql enclosed() {
        return of(sql.enclosed(), type);
    }

    private JooqSql binary(String operator, Traced right) {
        return of(sql.then(operator, Span.NONE).then(right));
    }

    private JooqSql list(String operator, Call call) {
        List<Traced> values = call.spread(0).stream().map(JooqSql::value).toList();
        if (values.isEmpty()) {
            throw call.notUnderstood();
        }
        return binary(operator, Traced.join(", ", values).enclosed());
    }

    private Value between(Call call) {
        JooqSql lower = binary(" between ", value(call.argument(0)));
        return call.count() == 2
                ? lower.binary(" and ", value(call.argument(1)))
                : new Between(lower, call.require(1).span());
    }

    private JooqSql pattern(String operator, Call call) {
        boolean text = type.map(JooqType::character).orElse(false);
        JooqSql left = text ? this : of(castTo("varchar"));
        return left.binary(operator, value(call.require(1).argument(0)));
    }

    private JooqSql cast(Call call) {
        if (call.require(1).argument(0).value() instanceof JooqType target) {
            return of(castTo(target.name().text()), Optional.of(target));
        }
        throw call.notUnderstood();
    }

    private Traced castTo(String typeName) {
        return Traced.of("cast(", Span.NONE).then(sql).then(" as " + typeName + ")", Span.NONE);
    }

    /** A range of which the upper end is missing. */
    private record Between(JooqSql lower, Span span) implements Value.Receiver {
        @Override
        public Value call(Call call) {
            if (!call.method().equals("and")) {
                throw call.notUnderstood();
            }
            return lower.binary(" and ", value(call.require(1).argument(0)));
        }
    }
}

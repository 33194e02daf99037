package dev.migrate.core.source;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** Values of Java as jOOQ writes them into a statement. */
final class LiteralText {
    private LiteralText() {}

    static Traced of(Argument argument) {
        if (argument.value() instanceof Value.Text text) {
            return Traced.of("'" + text.traced().text().replace("'", "''") + "'", argument.span());
        }
        if (argument.value() instanceof Value.Null) {
            return Traced.of("null", argument.span());
        }
        if (argument.value() instanceof Value.Constant constant) {
            return Traced.of(text(constant.boxed()), argument.span());
        }
        throw new NotUnderstood("the value is not a constant", argument.span());
    }

    private static String text(Object boxed) {
        if (boxed instanceof Double number) {
            return "cast(" + scientific(number.toString()) + " as double precision)";
        }
        if (boxed instanceof Float number) {
            return "cast(" + scientific(number.toString()) + " as real)";
        }
        return boxed instanceof Character character
                ? "'" + character.toString().replace("'", "''") + "'"
                : boxed.toString();
    }

    /** The type that jOOQ gives the value. */
    static Optional<JooqType> type(Value value) {
        if (value instanceof Value.Text) {
            return JooqType.named("VARCHAR");
        }
        if (!(value instanceof Value.Constant constant)) {
            return Optional.empty();
        }
        Object boxed = constant.boxed();
        if (boxed instanceof BigDecimal) {
            return JooqType.named("NUMERIC");
        }
        if (boxed instanceof BigInteger) {
            return JooqType.named("DECIMAL_INTEGER");
        }
        return JooqType.named(
                switch (boxed.getClass().getSimpleName()) {
                    case "Integer" -> "INTEGER";
                    case "Long" -> "BIGINT";
                    case "Short" -> "SMALLINT";
                    case "Byte" -> "TINYINT";
                    case "Boolean" -> "BOOLEAN";
                    case "Double" -> "DOUBLE";
                    case "Float" -> "REAL";
                    default -> "VARCHAR";
                });
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

    /** A value that is told its type: {@code inline("1", INTEGER)}. */
    static JooqSql converted(Argument argument, JooqType type) {
        Value value = argument.value();
        boolean text = value instanceof Value.Text;
        boolean number = value instanceof Value.Constant constant
                && constant.boxed() instanceof Number
                && !(constant.boxed() instanceof Double)
                && !(constant.boxed() instanceof Float);
        if (value instanceof Value.Null || (text && type.character()) || (number && type.exact())) {
            return JooqSql.of(of(argument), Optional.of(type));
        }
        if (value instanceof Value.Text digits
                && type.whole()
                && digits.traced().text().matches("-?[1-9]\\d{0,8}|0")) {
            return JooqSql.of(digits.traced().at(argument.span()), Optional.of(type));
        }
        boolean flag = value instanceof Value.Constant constant && constant.boxed() instanceof Boolean;
        if (flag && type.base().equals("boolean")) {
            return JooqSql.of(of(argument), Optional.of(type));
        }
        throw new NotUnderstood("how the value is converted is not read", argument.span());
    }
}

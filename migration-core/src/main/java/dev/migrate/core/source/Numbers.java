package dev.migrate.core.source;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Arithmetic of constants, no more than migrations need. */
final class Numbers {
    private Numbers() {}

    static Object floating(String literal) {
        String digits = literal.replace("_", "");
        char last = Character.toLowerCase(digits.charAt(digits.length() - 1));
        if (last == 'f') {
            return Float.valueOf(digits);
        }
        return Double.valueOf(digits);
    }

    static Value negated(Argument argument) {
        if (argument.value() instanceof Value.Constant constant) {
            if (constant.boxed() instanceof Integer number) {
                return new Value.Constant(-number);
            }
            if (constant.boxed() instanceof Long number) {
                return new Value.Constant(-number);
            }
            if (constant.boxed() instanceof Double number) {
                return new Value.Constant(-number);
            }
            if (constant.boxed() instanceof Float number) {
                return new Value.Constant(-number);
            }
        }
        throw new NotUnderstood("the expression is not a constant", argument.span());
    }

    static Value cast(String type, Argument argument) {
        if (type.equals("String") || argument.value() instanceof Value.Null) {
            return argument.value();
        }
        if (argument.value() instanceof Value.Constant constant && constant.boxed() instanceof Number number) {
            return switch (type) {
                case "short", "Short" -> new Value.Constant(number.shortValue());
                case "byte", "Byte" -> new Value.Constant(number.byteValue());
                case "int", "Integer" -> new Value.Constant(number.intValue());
                case "long", "Long" -> new Value.Constant(number.longValue());
                case "double", "Double" -> new Value.Constant(number.doubleValue());
                case "float", "Float" -> new Value.Constant(number.floatValue());
                default -> throw new NotUnderstood("the cast to " + type + " is not understood", argument.span());
            };
        }
        throw new NotUnderstood("the cast to " + type + " is not understood", argument.span());
    }

    /** What {@code +} gives: text where one side is text, else a number. */
    static Value sum(Argument left, Argument right) {
        if (left.value() instanceof Value.Text || right.value() instanceof Value.Text) {
            return new Value.Text(text(left).then(text(right)));
        }
        if (left.value() instanceof Value.Constant a
                && a.boxed() instanceof Integer one
                && right.value() instanceof Value.Constant b
                && b.boxed() instanceof Integer other) {
            return new Value.Constant(one + other);
        }
        throw new NotUnderstood(
                "the sum is not a constant",
                new Span(left.span().start(), right.span().end()));
    }

    /** The text that a value gives in a concatenation. */
    static Traced text(Argument argument) {
        if (argument.value() instanceof Value.Text text) {
            return text.traced();
        }
        if (argument.value() instanceof Value.Constant constant) {
            return Traced.of(String.valueOf(constant.boxed()), argument.span());
        }
        throw new NotUnderstood("the text is not a constant", argument.span());
    }

    static Optional<Object> decimal(String constant) {
        return switch (constant) {
            case "ZERO" -> Optional.of(BigDecimal.ZERO);
            case "ONE" -> Optional.of(BigDecimal.ONE);
            case "TEN" -> Optional.of(BigDecimal.TEN);
            default -> Optional.empty();
        };
    }

    /** What {@code new} makes: of the classes of the JDK, a decimal number. */
    static Value created(String type, List<Argument> arguments, Span span) {
        if (type.equals("BigDecimal")
                && arguments.size() == 1
                && arguments.get(0).value() instanceof Value.Text digits) {
            return decimal(digits.traced().text(), span);
        }
        throw new NotUnderstood("new " + type + "(…) is not a constant", span);
    }

    static Value decimal(String digits, Span span) {
        try {
            BigDecimal number = new BigDecimal(digits);
            if (Math.abs((long) number.scale()) > 1_000) {
                throw new NotUnderstood("the number is too large", span);
            }
            return new Value.Constant(number);
        } catch (NumberFormatException malformed) {
            throw new NotUnderstood("the number is malformed", span);
        }
    }
}

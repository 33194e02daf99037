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
        if (!(argument.value() instanceof Value.Constant)) {
            return argument.value();
        }
        if (argument.value() instanceof Value.Constant constant && constant.boxed() instanceof Number number) {
            return switch (type) {
                case "short", "Short" -> new Value.Constant(number.shortValue());
                case "char", "Character" -> new Value.Constant((char) number.intValue());
                case "byte", "Byte" -> new Value.Constant(number.byteValue());
                case "int", "Integer" -> new Value.Constant(number.intValue());
                case "long", "Long" -> new Value.Constant(number.longValue());
                case "double", "Double" -> new Value.Constant(number.doubleValue());
                case "float", "Float" -> new Value.Constant(number.floatValue());
                default -> argument.value();
            };
        }
        return argument.value();
    }

    /** What {@code +} gives: text where one side is text, else a number. */
    static Value sum(Argument left, Argument right) {
        if (left.value() instanceof Value.Text || right.value() instanceof Value.Text) {
            return new Value.Text(text(left).then(text(right)));
        }
        Span span = new Span(left.span().start(), right.span().end());
        if (left.value() instanceof Value.Constant one && right.value() instanceof Value.Constant other) {
            return new Value.Constant(sum(one.boxed(), other.boxed(), span));
        }
        throw new NotUnderstood("the sum is not a constant", span);
    }

    private static Object sum(Object one, Object other, Span span) {
        if (isFloating(one) || isFloating(other)) {
            return number(one, span).doubleValue() + number(other, span).doubleValue();
        }
        if (one instanceof Long || other instanceof Long) {
            return number(one, span).longValue() + number(other, span).longValue();
        }
        return number(one, span).intValue() + number(other, span).intValue();
    }

    private static boolean isFloating(Object boxed) {
        return boxed instanceof Double;
    }

    private static Number number(Object boxed, Span span) {
        if (boxed instanceof Character character) {
            return (int) character;
        }
        if (boxed instanceof Number number && !(boxed instanceof BigDecimal) && !(boxed instanceof Float)) {
            return number;
        }
        throw new NotUnderstood("the sum is not a constant", span);
    }

    /** What an element of a new array is. */
    static Value initial(String type) {
        return switch (type) {
            case "int", "short", "byte" -> new Value.Constant(0);
            case "long" -> new Value.Constant(0L);
            case "boolean" -> new Value.Constant(false);
            case "double" -> new Value.Constant(0.0);
            case "float" -> new Value.Constant(0.0f);
            case "char" -> new Value.Constant('\0');
            default -> new Value.Null();
        };
    }

    /** A number where a wider one is declared. */
    static Value widened(Value value, String type) {
        if (!(value instanceof Value.Constant constant)) {
            return value;
        }
        Object boxed = constant.boxed();
        boolean whole = boxed instanceof Integer || boxed instanceof Short || boxed instanceof Byte;
        if (type.equals("long") && whole) {
            return new Value.Constant(((Number) boxed).longValue());
        }
        if (type.equals("int") && (boxed instanceof Short || boxed instanceof Byte)) {
            return new Value.Constant(((Number) boxed).intValue());
        }
        if (type.equalsIgnoreCase("short") && boxed instanceof Integer number) {
            return new Value.Constant(number.shortValue());
        }
        if (type.equalsIgnoreCase("byte") && boxed instanceof Integer number) {
            return new Value.Constant(number.byteValue());
        }
        if (type.equals("double") && (whole || boxed instanceof Long)) {
            return new Value.Constant(((Number) boxed).doubleValue());
        }
        return type.equals("float") && (whole || boxed instanceof Long)
                ? new Value.Constant(((Number) boxed).floatValue())
                : value;
    }

    /** Methods of numbers, booleans and characters. */
    static Value call(Argument receiver, Call call) {
        Object boxed = receiver.value() instanceof Value.Constant constant ? constant.boxed() : receiver.value();
        return switch (call.require(0).method()) {
            case "toString" -> new Value.Text(text(receiver));
            case "intValue" -> cast("int", receiver);
            case "longValue" -> cast("long", receiver);
            case "shortValue" -> cast("short", receiver);
            case "doubleValue" -> cast("double", receiver);
            case "negate" ->
                boxed instanceof BigDecimal number ? new Value.Constant(number.negate()) : negated(receiver);
            case "booleanValue" -> receiver.value();
            default -> throw call.notUnderstood();
        };
    }

    /** The text that a value gives in a concatenation. */
    static Traced text(Argument argument) {
        if (argument.value() instanceof Value.Text text) {
            return text.traced();
        }
        if (argument.value() instanceof Value.Constant constant) {
            return Traced.of(String.valueOf(constant.boxed()), argument.span());
        }
        if (argument.value() instanceof Instance instance && instance.constant().isPresent() && isPlain(instance)) {
            return Traced.of(instance.constant().get(), argument.span());
        }
        if (argument.value() instanceof JooqPart part) {
            return part.asText().orElseThrow(() -> new NotUnderstood("the text is not a constant", argument.span()));
        }
        argument.known();
        throw new NotUnderstood("the text is not a constant", argument.span());
    }

    private static boolean isPlain(Instance constant) {
        return Methods.named(constant.type(), "toString").isEmpty()
                && Methods.named(constant.body(), "toString").isEmpty();
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

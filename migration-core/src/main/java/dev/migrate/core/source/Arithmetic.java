package dev.migrate.core.source;

import com.github.javaparser.ast.expr.BinaryExpr.Operator;

/** Arithmetic and comparison of constants. */
final class Arithmetic {
    private Arithmetic() {}

    static Value binary(Operator operator, Argument left, Argument right, Span span) {
        return switch (operator) {
            case EQUALS -> new Value.Constant(same(left, right, span));
            case NOT_EQUALS -> new Value.Constant(!same(left, right, span));
            case LESS, GREATER, LESS_EQUALS, GREATER_EQUALS -> new Value.Constant(ordered(operator, left, right, span));
            case MINUS, MULTIPLY, DIVIDE, REMAINDER -> new Value.Constant(number(operator, left, right, span));
            default -> throw new NotUnderstood("the expression is not a constant", span);
        };
    }

    /** What {@code equals} gives for values whose class is known; of two that are not it gives nothing. */
    static boolean same(Argument left, Argument right, Span span) {
        Value one = left.value();
        Value other = right.value();
        if (one instanceof Value.Null || other instanceof Value.Null) {
            return one instanceof Value.Null && other instanceof Value.Null;
        }
        if (one instanceof Value.Text first && other instanceof Value.Text second) {
            return first.traced().text().equals(second.traced().text());
        }
        if (one instanceof Instance first
                && other instanceof Instance second
                && first.constant().isPresent()) {
            return first.same(second);
        }
        if (one instanceof Value.Constant first && other instanceof Value.Constant second) {
            if (integral(first) && integral(second)) {
                return whole(first) == whole(second);
            }
            return first.boxed().equals(second.boxed());
        }
        throw new NotUnderstood("the comparison is not a constant", span);
    }

    private static boolean ordered(Operator operator, Argument left, Argument right, Span span) {
        int order = integral(left.value()) && integral(right.value())
                ? Long.compare(whole(left.value()), whole(right.value()))
                : Double.compare(floating(left, span), floating(right, span));
        return switch (operator) {
            case LESS -> order < 0;
            case GREATER -> order > 0;
            case LESS_EQUALS -> order <= 0;
            default -> order >= 0;
        };
    }

    private static Object number(Operator operator, Argument left, Argument right, Span span) {
        if (!integral(left.value()) || !integral(right.value())) {
            return floating(operator, floating(left, span), floating(right, span), span);
        }
        long one = whole(left.value());
        long other = whole(right.value());
        if (other == 0 && (operator == Operator.DIVIDE || operator == Operator.REMAINDER)) {
            throw new NotUnderstood("the number is divided by zero", span);
        }
        long result = switch (operator) {
            case MINUS -> one - other;
            case MULTIPLY -> one * other;
            case DIVIDE -> one / other;
            default -> one % other;
        };
        boolean wide = boxed(left.value()) instanceof Long || boxed(right.value()) instanceof Long;
        return wide ? (Object) result : (Object) (int) result;
    }

    private static Object floating(Operator operator, double one, double other, Span span) {
        return switch (operator) {
            case MINUS -> one - other;
            case MULTIPLY -> one * other;
            case DIVIDE -> one / other;
            default -> throw new NotUnderstood("the expression is not a constant", span);
        };
    }

    private static boolean integral(Value value) {
        Object boxed = boxed(value);
        return boxed instanceof Integer
                || boxed instanceof Long
                || boxed instanceof Short
                || boxed instanceof Byte
                || boxed instanceof Character;
    }

    private static Object boxed(Value value) {
        return value instanceof Value.Constant constant ? constant.boxed() : value;
    }

    private static long whole(Value value) {
        return boxed(value) instanceof Character character ? character : ((Number) boxed(value)).longValue();
    }

    private static double floating(Argument argument, Span span) {
        Object boxed = boxed(argument.value());
        if (boxed instanceof Character character) {
            return character;
        }
        if (boxed instanceof Integer
                || boxed instanceof Long
                || boxed instanceof Short
                || boxed instanceof Byte
                || boxed instanceof Double) {
            return ((Number) boxed).doubleValue();
        }
        throw new NotUnderstood("the expression is not a constant", span);
    }
}

package dev.migrate.core.source;

import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Operators: concatenation, arithmetic, comparison, assignment, the conditional operator. */
final class Operators {
    private final Run run;
    private final Evaluator evaluator;

    Operators(Run run, Evaluator evaluator) {
        this.run = run;
        this.evaluator = evaluator;
    }

    Value binary(BinaryExpr binary, Frame frame) {
        return switch (binary.getOperator()) {
            case PLUS -> sum(binary, frame);
            case AND -> logical(binary, frame, false);
            case OR -> logical(binary, frame, true);
            default ->
                Arithmetic.binary(
                        binary.getOperator(),
                        evaluator.argument(binary.getLeft(), frame),
                        evaluator.argument(binary.getRight(), frame),
                        frame.span(binary));
        };
    }

    /** The right side is not evaluated where the left decides; where the left is not known, the right may. */
    private Value logical(BinaryExpr binary, Frame frame, boolean deciding) {
        Argument left = evaluator.lenient(binary.getLeft(), frame);
        if (!(left.value() instanceof Value.Unknown)) {
            return left.flag("the condition") == deciding
                    ? new Value.Constant(deciding)
                    : new Value.Constant(
                            evaluator.argument(binary.getRight(), frame).flag("the condition"));
        }
        boolean right = evaluator.argument(binary.getRight(), frame).flag("the condition");
        if (right != deciding) {
            left.known();
        }
        return new Value.Constant(deciding);
    }

    private Value sum(BinaryExpr binary, Frame frame) {
        List<Expression> operands = new ArrayList<>();
        Expression left = binary;
        while (left instanceof BinaryExpr sum && sum.getOperator() == BinaryExpr.Operator.PLUS) {
            operands.add(0, sum.getRight());
            left = sum.getLeft();
        }
        Argument sum = part(left, frame);
        for (Expression operand : operands) {
            Argument right = part(operand, frame);
            if (right.value() instanceof Value.Text || sum.value() instanceof Value.Text) {
                sum = evaluator.calls().values().text(sum, frame);
                right = evaluator.calls().values().text(right, frame);
            }
            sum = new Argument(
                    Numbers.sum(sum, right),
                    new Span(sum.span().start(), right.span().end()));
        }
        return sum.value();
    }

    /** A part of a larger text: what a name stands for is pointed at where the name is. */
    private Argument part(Expression expression, Frame frame) {
        Argument argument = evaluator.argument(expression, frame);
        boolean name = expression instanceof NameExpr || expression instanceof FieldAccessExpr;
        return name && argument.value() instanceof Value.Text part
                ? new Argument(new Value.Text(part.traced().at(argument.span())), argument.span())
                : argument;
    }

    Value unary(UnaryExpr unary, Frame frame) {
        return switch (unary.getOperator()) {
            case MINUS -> Numbers.negated(evaluator.argument(unary.getExpression(), frame));
            case PLUS -> evaluator.value(unary.getExpression(), frame);
            case LOGICAL_COMPLEMENT ->
                new Value.Constant(
                        !evaluator.argument(unary.getExpression(), frame).flag("the condition"));
            case PREFIX_INCREMENT, POSTFIX_INCREMENT -> step(unary, 1, frame);
            case PREFIX_DECREMENT, POSTFIX_DECREMENT -> step(unary, -1, frame);
            default -> evaluator.unknown("the expression is not a constant", frame.span(unary));
        };
    }

    private Value step(UnaryExpr unary, int by, Frame frame) {
        Argument before = evaluator.lenient(unary.getExpression(), frame);
        Value after = before.value() instanceof Value.Unknown
                ? before.value()
                : Numbers.sum(before, new Argument(new Value.Constant(by), before.span()));
        assign(unary.getExpression(), after, frame);
        return unary.isPostfix() ? before.value() : after;
    }

    Value assigned(AssignExpr assignment, Frame frame) {
        Argument right = evaluator.lenient(assignment.getValue(), frame);
        Value value = right.value();
        if (assignment.getOperator() == AssignExpr.Operator.PLUS) {
            Argument left = evaluator.lenient(assignment.getTarget(), frame);
            value = unknown(left, right).orElseGet(() -> Numbers.sum(left, right));
        } else if (assignment.getOperator() != AssignExpr.Operator.ASSIGN) {
            value = new Value.Unknown(assignment.getTarget() + " is computed", frame.span(assignment));
        }
        assign(assignment.getTarget(), value, frame);
        return value;
    }

    private static Optional<Value> unknown(Argument left, Argument right) {
        return left.value() instanceof Value.Unknown
                ? Optional.of(left.value())
                : Optional.of(right.value()).filter(Value.Unknown.class::isInstance);
    }

    private void assign(Expression target, Value value, Frame frame) {
        if (target instanceof ArrayAccessExpr access) {
            element(access, value, frame);
            return;
        }
        evaluator
                .names()
                .assignable(target, frame)
                .ifPresent(variable -> run.journal().set(variable, value));
    }

    private void element(ArrayAccessExpr access, Value value, Frame frame) {
        if (!(evaluator.value(access.getName(), frame) instanceof Sequence array)) {
            return;
        }
        Argument index = evaluator.lenient(access.getIndex(), frame);
        List<Argument> items = new ArrayList<>(Sequence.elements(new Argument(array, frame.span(access))));
        if (index.value() instanceof Value.Constant constant
                && constant.boxed() instanceof Integer at
                && at >= 0
                && at < items.size()) {
            items.set(at, new Argument(value, frame.span(access)));
            run.journal().set(array.content(), new Value.Items(items));
            return;
        }
        Value unknown = new Value.Unknown("an element of the array is set that is not known", frame.span(access));
        run.journal().set(array.content(), unknown);
    }

    /** One of two values; where it is not known which, it is known only if both are the same. */
    Value choice(ConditionalExpr choice, Frame frame) {
        Argument condition = evaluator.lenient(choice.getCondition(), frame);
        if (!(condition.value() instanceof Value.Unknown)) {
            return evaluator.value(
                    condition.flag("the condition") ? choice.getThenExpr() : choice.getElseExpr(), frame);
        }
        return evaluator
                .statements()
                .branches()
                .choice(List.of(choice.getThenExpr(), choice.getElseExpr()), frame, frame.span(choice));
    }
}

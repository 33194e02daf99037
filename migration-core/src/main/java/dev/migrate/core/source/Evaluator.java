package dev.migrate.core.source;

import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import java.util.ArrayList;
import java.util.List;

/** Gives the values of expressions, as far as the text alone decides them. */
final class Evaluator {
    static final int MAX_DEPTH = 24;
    private static final int MAX_ITEMS = 10_000;

    private final Run run;
    private final Names names;
    private final Operators operators;
    private final Creations creations;
    private final Calls calls;
    private final Statements statements;

    Evaluator(Run run) {
        this.run = run;
        this.names = new Names(run, this);
        this.operators = new Operators(run, this);
        this.creations = new Creations(run, this);
        this.calls = new Calls(run, this);
        this.statements = new Statements(run, this);
    }

    Names names() {
        return names;
    }

    Creations creations() {
        return creations;
    }

    Calls calls() {
        return calls;
    }

    Statements statements() {
        return statements;
    }

    Argument argument(Expression expression, Frame frame) {
        return new Argument(value(expression, frame), frame.span(expression));
    }

    /**
     * The value of an expression.
     *
     * @throws NotUnderstood if the text alone does not decide it
     * @throws Exhausted if the class takes too long to follow
     */
    Value value(Expression expression, Frame frame) {
        run.evaluated();
        if (expression instanceof MethodCallExpr call) {
            return calls.value(call, frame);
        }
        if (expression instanceof NameExpr name) {
            return names.named(name, frame);
        }
        if (expression instanceof FieldAccessExpr access) {
            return names.member(access, frame);
        }
        if (expression instanceof EnclosedExpr enclosed) {
            return value(enclosed.getInner(), frame);
        }
        if (expression instanceof BinaryExpr binary) {
            return operators.binary(binary, frame);
        }
        if (expression instanceof LambdaExpr || expression instanceof MethodReferenceExpr) {
            return new Value.Code(expression, frame);
        }
        if (expression instanceof ObjectCreationExpr creation) {
            return creations.created(creation, frame);
        }
        return changing(expression, frame);
    }

    private Value changing(Expression expression, Frame frame) {
        if (expression instanceof AssignExpr assignment) {
            return operators.assigned(assignment, frame);
        }
        if (expression instanceof UnaryExpr unary) {
            return operators.unary(unary, frame);
        }
        if (expression instanceof ConditionalExpr choice) {
            return operators.choice(choice, frame);
        }
        if (expression instanceof SwitchExpr choice) {
            return statements.switches().value(choice, frame);
        }
        if (expression instanceof VariableDeclarationExpr declaration) {
            declaration.getVariables().forEach(variable -> statements.declare(variable, frame));
            return new Value.Nothing();
        }
        if (expression instanceof InstanceOfExpr test) {
            return new TypeTests(this).test(test, frame);
        }
        if (expression instanceof CastExpr cast) {
            return Numbers.cast(cast.getType().asString(), argument(cast.getExpression(), frame));
        }
        return array(expression, frame);
    }

    private Value array(Expression expression, Frame frame) {
        if (expression instanceof ArrayInitializerExpr array) {
            return new Sequence(lenient(array.getValues(), frame));
        }
        if (expression instanceof ArrayCreationExpr array) {
            return array.getInitializer().isPresent()
                    ? value(array.getInitializer().get(), frame)
                    : emptyArray(array, frame);
        }
        if (expression instanceof ArrayAccessExpr access) {
            List<Argument> items = Sequence.elements(argument(access.getName(), frame));
            int at = argument(access.getIndex(), frame).number("the index");
            return at >= 0 && at < items.size()
                    ? known(items.get(at).value(), frame.span(access))
                    : unknown("the index is outside the array", frame.span(access));
        }
        return literal(expression, frame);
    }

    private Value emptyArray(ArrayCreationExpr array, Frame frame) {
        Expression dimension = array.getLevels()
                .get(0)
                .getDimension()
                .orElseThrow(() -> new NotUnderstood("the array has no size", frame.span(array)));
        int size = argument(dimension, frame).number("the size");
        if (size < 0 || size > MAX_ITEMS) {
            return unknown("the array is too large", frame.span(array));
        }
        List<Argument> items = new ArrayList<>();
        for (int at = 0; at < size; at++) {
            items.add(new Argument(Numbers.initial(array.getElementType().asString()), frame.span(array)));
        }
        return new Sequence(items);
    }

    private Value literal(Expression expression, Frame frame) {
        Span span = frame.span(expression);
        if (expression instanceof TextBlockLiteralExpr || expression instanceof StringLiteralExpr) {
            return new Value.Text(text(expression, frame));
        }
        if (expression instanceof NullLiteralExpr) {
            return new Value.Null();
        }
        if (expression instanceof BooleanLiteralExpr literal) {
            return new Value.Constant(literal.getValue());
        }
        if (expression instanceof CharLiteralExpr) {
            String character = text(expression, frame).text();
            return character.isEmpty() ? unknown("the character", span) : new Value.Constant(character.charAt(0));
        }
        if (expression instanceof ClassExpr literal) {
            return new Value.TypeLiteral(literal.getType().asString(), frame);
        }
        if (expression instanceof ThisExpr) {
            return frame.self().map(self -> (Value) self).orElseGet(() -> unknown("this is not known here", span));
        }
        return number(expression, span);
    }

    private static Traced text(Expression literal, Frame frame) {
        SourceText source = frame.scope().text();
        Span written = source.span(literal);
        Traced text = literal instanceof TextBlockLiteralExpr
                ? Literals.textBlock(source.text(), written)
                : Literals.string(source.text(), written);
        return frame.site().map(text::at).orElse(text);
    }

    private Value number(Expression expression, Span span) {
        try {
            if (expression instanceof IntegerLiteralExpr literal) {
                return new Value.Constant(literal.asNumber().intValue());
            }
            if (expression instanceof LongLiteralExpr literal) {
                return new Value.Constant(literal.asNumber().longValue());
            }
            if (expression instanceof DoubleLiteralExpr literal) {
                return new Value.Constant(Numbers.floating(literal.getValue()));
            }
        } catch (ArithmeticException | IllegalArgumentException malformed) {
            throw new NotUnderstood("the number is malformed", span);
        }
        return unknown("the expression is not a constant", span);
    }

    /** For a place that wants a value. */
    @SuppressWarnings("DoNotCallSuggester") // it is called for what it throws
    Value unknown(String reason, Span span) {
        throw new NotUnderstood(reason, span);
    }

    static Value known(Value value, Span use) {
        if (value instanceof Value.Unknown unknown) {
            throw new NotUnderstood(unknown.reason(), use);
        }
        return value;
    }

    /** The arguments of a call: what is not known fails where it is used, not here. */
    List<Argument> lenient(List<Expression> expressions, Frame frame) {
        List<Argument> arguments = new ArrayList<>();
        for (Expression expression : expressions) {
            arguments.add(lenient(expression, frame));
        }
        return arguments;
    }

    Argument lenient(Expression expression, Frame frame) {
        try {
            return argument(expression, frame);
        } catch (NotUnderstood unread) {
            if (calls.handles().touches(expression, frame)) {
                throw unread;
            }
            return new Argument(new Value.Unknown(unread.reason(), unread.span()), frame.span(expression));
        }
    }
}

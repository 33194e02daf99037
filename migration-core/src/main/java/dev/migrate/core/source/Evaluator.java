package dev.migrate.core.source;

import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
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
import com.github.javaparser.ast.expr.UnaryExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives the values of expressions, as far as the text alone decides them. */
final class Evaluator {
    static final int MAX_DEPTH = 24;
    private static final int MAX_EXPRESSIONS = 100_000;

    private final SourceText text;
    private final FileScope scope;
    private final Calls calls;
    private int evaluated;

    Evaluator(SourceText text, FileScope scope) {
        this.text = text;
        this.scope = scope;
        this.calls = new Calls(text, scope, this);
    }

    Argument argument(Expression expression, Frame frame) {
        return new Argument(value(expression, frame), text.span(expression));
    }

    /**
     * The value of an expression.
     *
     * @throws NotUnderstood if the text alone does not decide it
     * @throws Exhausted if the class takes too long to follow
     */
    Value value(Expression expression, Frame frame) {
        if (++evaluated > MAX_EXPRESSIONS) {
            throw new Exhausted();
        }
        if (expression instanceof MethodCallExpr call) {
            return calls.value(call, frame);
        }
        if (expression instanceof NameExpr name) {
            return named(name, frame);
        }
        if (expression instanceof FieldAccessExpr access) {
            return member(access, frame);
        }
        if (expression instanceof EnclosedExpr enclosed) {
            return value(enclosed.getInner(), frame);
        }
        if (expression instanceof BinaryExpr binary) {
            return binary(binary, frame);
        }
        if (expression instanceof LambdaExpr || expression instanceof MethodReferenceExpr) {
            return code(expression, frame);
        }
        if (expression instanceof ClassExpr literal) {
            return classLiteral(literal, frame);
        }
        if (expression instanceof ArrayInitializerExpr array) {
            return items(array.getValues(), frame);
        }
        if (expression instanceof ArrayCreationExpr array
                && array.getInitializer().isPresent()) {
            return value(array.getInitializer().get(), frame);
        }
        return literal(expression, frame);
    }

    private Value code(Expression function, Frame frame) {
        if (frame.touchesSteps(function)) {
            return unknown("the steps are used in a function that is not followed here", text.span(function));
        }
        return new Value.Code(function);
    }

    private Value literal(Expression expression, Frame frame) {
        Span span = text.span(expression);
        if (expression instanceof TextBlockLiteralExpr) {
            return new Value.Text(Literals.textBlock(text.text(), span));
        }
        if (expression instanceof StringLiteralExpr) {
            return new Value.Text(Literals.string(text.text(), span));
        }
        if (expression instanceof NullLiteralExpr) {
            return new Value.Null();
        }
        if (expression instanceof BooleanLiteralExpr literal) {
            return new Value.Constant(literal.getValue());
        }
        if (expression instanceof CharLiteralExpr) {
            String character = Literals.string(text.text(), span).text();
            return character.isEmpty() ? unknown("the character", span) : new Value.Constant(character.charAt(0));
        }
        if (expression instanceof ObjectCreationExpr creation) {
            return Numbers.created(
                    creation.getType().getNameAsString(), arguments(creation.getArguments(), frame), span);
        }
        return number(expression, frame, span);
    }

    private Value number(Expression expression, Frame frame, Span span) {
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
        if (expression instanceof UnaryExpr unary && unary.getOperator() == UnaryExpr.Operator.MINUS) {
            return Numbers.negated(argument(unary.getExpression(), frame));
        }
        if (expression instanceof CastExpr cast) {
            return Numbers.cast(cast.getType().asString(), argument(cast.getExpression(), frame));
        }
        if (expression instanceof ConditionalExpr || expression instanceof SwitchExpr) {
            return unknown("a condition decides what it is", span);
        }
        return unknown("the expression is not a constant", span);
    }

    private Value unknown(String reason, Span span) {
        throw new NotUnderstood(reason, span);
    }

    private Value classLiteral(ClassExpr literal, Frame frame) {
        String written = literal.getType().asString();
        return scope.type(written, frame.owner())
                .flatMap(scope::declared)
                .flatMap(type -> Models.read(type, scope))
                .<Value>map(model -> model)
                .orElseGet(() -> new Value.TypeLiteral(written));
    }

    /** The arguments of a method of this file: what is not known fails where it is used, not here. */
    List<Argument> lenientArguments(List<Expression> expressions, Frame frame) {
        List<Argument> arguments = new ArrayList<>();
        for (Expression expression : expressions) {
            try {
                arguments.add(argument(expression, frame));
            } catch (NotUnderstood unread) {
                if (frame.touchesSteps(expression)) {
                    throw unread;
                }
                arguments.add(new Argument(new Value.Unknown(unread.reason(), unread.span()), text.span(expression)));
            }
        }
        return arguments;
    }

    List<Argument> arguments(List<Expression> expressions, Frame frame) {
        List<Argument> arguments = new ArrayList<>();
        for (Expression expression : expressions) {
            arguments.add(argument(expression, frame));
        }
        return arguments;
    }

    private Value items(List<Expression> expressions, Frame frame) {
        return new Value.Items(arguments(expressions, frame));
    }

    /** A part of a larger text: what a name stands for is pointed at where the name is. */
    private Argument part(Expression expression, Frame frame) {
        Argument argument = argument(expression, frame);
        boolean name = expression instanceof NameExpr || expression instanceof FieldAccessExpr;
        return name && argument.value() instanceof Value.Text part
                ? new Argument(new Value.Text(part.traced().at(argument.span())), argument.span())
                : argument;
    }

    private Value binary(BinaryExpr binary, Frame frame) {
        if (binary.getOperator() != BinaryExpr.Operator.PLUS) {
            return unknown("the expression is not a constant", text.span(binary));
        }
        List<Expression> operands = new ArrayList<>();
        Expression left = binary;
        while (left instanceof BinaryExpr sum && sum.getOperator() == BinaryExpr.Operator.PLUS) {
            operands.add(0, sum.getRight());
            left = sum.getLeft();
        }
        Argument sum = part(left, frame);
        for (Expression operand : operands) {
            Argument right = part(operand, frame);
            sum = new Argument(
                    Numbers.sum(sum, right),
                    new Span(sum.span().start(), right.span().end()));
        }
        return sum.value();
    }

    private Value named(NameExpr name, Frame frame) {
        Span span = text.span(name);
        Optional<Value> local = frame.variable(name.getNameAsString());
        if (local.isPresent()) {
            return used(name.getNameAsString(), known(local.get(), span), frame, span);
        }
        return field(name.getNameAsString(), frame)
                .or(() -> imported(name.getNameAsString(), span))
                .orElseThrow(() -> new NotUnderstood(name.getNameAsString() + " is not a constant", span));
    }

    private Value used(String name, Value value, Frame frame, Span span) {
        if (JooqStatement.changing(value) && !frame.firstUse(name)) {
            return unknown(name + " is used more than once, and a statement of jOOQ's changes with each call", span);
        }
        return value;
    }

    private static Value known(Value value, Span use) {
        if (value instanceof Value.Unknown unknown) {
            throw new NotUnderstood(unknown.reason(), use);
        }
        return value;
    }

    private Optional<Value> field(String name, Frame frame) {
        Optional<VariableDeclarator> own = scope.field(frame.owner(), name);
        if (own.isPresent()) {
            return Optional.of(initial(own.get(), frame));
        }
        return scope.resolver()
                .constant(scope.canonicalName(frame.owner()), name)
                .map(constant -> constant(constant, Span.NONE));
    }

    private Optional<Value> imported(String name, Span span) {
        for (String type : scope.staticImports(name)) {
            Optional<Value> found = memberOf(type, name, span);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Value member(FieldAccessExpr access, Frame frame) {
        Span span = text.span(access);
        String name = access.getNameAsString();
        if (access.getScope().isThisExpr()) {
            return field(name, frame).orElseThrow(() -> new NotUnderstood(name + " is not a constant", span));
        }
        if (name.equals("length")
                && access.getScope() instanceof NameExpr array
                && frame.variable(array.getNameAsString()).isPresent()) {
            return unknown("the length of an array is not read", span);
        }
        return scope.type(access.getScope().toString(), frame.owner())
                .flatMap(type -> memberOf(type, name, span).or(() -> declaredIn(type, name, frame)))
                .orElseThrow(() -> new NotUnderstood(access + " is not a constant", span));
    }

    private Optional<Value> declaredIn(String type, String name, Frame frame) {
        Optional<TypeDeclaration<?>> declared = scope.declared(type);
        return declared.flatMap(owner -> scope.field(owner, name)).map(field -> initial(field, frame));
    }

    private Optional<Value> memberOf(String type, String name, Span span) {
        if (type.equals(FileScope.DATA_TYPES)) {
            return JooqType.constant(name, span);
        }
        if (type.equals("java.math.BigDecimal")) {
            return Numbers.decimal(name).map(Value.Constant::new);
        }
        if (type.equals("java.util.Locale") && name.equals("ROOT")) {
            return Optional.of(new Value.Nothing());
        }
        return scope.declared(type).isPresent()
                ? Optional.empty()
                : scope.resolver().constant(type, name).map(constant -> constant(constant, span));
    }

    private static Value constant(Object constant, Span span) {
        return constant instanceof String string
                ? new Value.Text(Traced.of(string, span))
                : new Value.Constant(constant);
    }

    private Value initial(VariableDeclarator variable, Frame frame) {
        Span span = text.span(variable);
        String name = variable.getNameAsString();
        TypeDeclaration<?> owner =
                FileScope.enclosing(variable).orElseThrow(() -> new NotUnderstood(name + " is no field", span));
        boolean fixed = (owner.isClassOrInterfaceDeclaration()
                        && owner.asClassOrInterfaceDeclaration().isInterface())
                || variable.getParentNode()
                        .filter(parent -> parent instanceof FieldDeclaration field && field.isFinal())
                        .isPresent();
        if (!fixed) {
            return unknown(name + " is not final", span);
        }
        if (frame.depth() >= MAX_DEPTH) {
            return unknown(name + " is nested too deeply", span);
        }
        Expression initializer = variable.getInitializer()
                .orElseThrow(() -> new NotUnderstood(name + " is set by a constructor or an initialiser", span));
        return value(initializer, Frame.of(owner, initializer, frame.depth() + 1));
    }
}

package dev.migrate.core.source;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what a call calls: jOOQ, a recipe, a method of this file, or a method of a value. */
final class Calls {
    private final SourceText text;
    private final FileScope scope;
    private final Evaluator evaluator;
    private final Statements statements;

    Calls(SourceText text, FileScope scope, Evaluator evaluator) {
        this.text = text;
        this.scope = scope;
        this.evaluator = evaluator;
        this.statements = new Statements(text, evaluator);
    }

    Value value(MethodCallExpr call, Frame frame) {
        Optional<Expression> receiver = call.getScope();
        if (receiver.isEmpty() || receiver.get().isThisExpr()) {
            return unqualified(call, frame);
        }
        if (receiver.get().isSuperExpr()) {
            throw new NotUnderstood(
                    "super." + call.getNameAsString() + " is in another class", text.span(call.getName()));
        }
        Optional<String> type = typeName(receiver.get(), frame);
        return type.isPresent()
                ? ofType(type.get(), call, frame)
                : ofValue(evaluator.argument(receiver.get(), frame), call, frame);
    }

    private Optional<String> typeName(Expression receiver, Frame frame) {
        if (receiver instanceof NameExpr name) {
            boolean variable = frame.variable(name.getNameAsString()).isPresent()
                    || scope.field(frame.owner(), name.getNameAsString()).isPresent();
            return variable ? Optional.empty() : scope.type(name.getNameAsString(), frame.owner());
        }
        return receiver instanceof FieldAccessExpr access && dotted(access)
                ? scope.type(access.toString(), frame.owner()).filter(type -> isType(access, type))
                : Optional.empty();
    }

    private static boolean dotted(FieldAccessExpr access) {
        return access.getScope() instanceof NameExpr
                || (access.getScope() instanceof FieldAccessExpr inner && dotted(inner));
    }

    /** Whether {@code A.B} is a type and not the constant B of the type A. */
    private boolean isType(FieldAccessExpr access, String type) {
        return type.equals(access.toString())
                || scope.declared(type).isPresent()
                || scope.resolver().binaryName(type).isPresent();
    }

    private Call read(MethodCallExpr call, Frame frame) {
        return new Call(
                call.getNameAsString(),
                text.span(call.getName()),
                evaluator.arguments(call.getArguments(), frame),
                text.span(call));
    }

    private Value unqualified(MethodCallExpr call, Frame frame) {
        List<MethodDeclaration> own = scope.methods(frame.owner(), call.getNameAsString());
        if (!own.isEmpty()) {
            return invoke(own, call, frame);
        }
        String name = call.getNameAsString();
        if (scope.resolver().hasMethod(scope.canonicalName(frame.owner()), name)) {
            throw new NotUnderstood(name + " is inherited from another class", text.span(call.getName()));
        }
        return imported(call, frame);
    }

    private Value imported(MethodCallExpr call, Frame frame) {
        String name = call.getNameAsString();
        List<String> types = scope.staticImports(name);
        List<String> candidates = types.size() == 1
                ? types
                : types.stream().filter(type -> hasMethod(type, name)).toList();
        if (candidates.size() > 1) {
            throw new NotUnderstood(
                    "which " + name + " is called is not decided by the imports", text.span(call.getName()));
        }
        if (candidates.isEmpty()) {
            String reason = types.contains(FileScope.DSL)
                    ? "the call of " + name + " is not understood"
                    : name + " is a method of another class";
            throw new NotUnderstood(reason, text.span(call.getName()));
        }
        return ofType(candidates.get(0), call, frame);
    }

    private boolean hasMethod(String type, String method) {
        return switch (type) {
            case FileScope.DSL -> DslFunctions.knows(method);
            case FileScope.RECIPES -> RecipeValue.knows(method);
            case FileScope.DATA_TYPES -> JooqType.constant(method, Span.NONE).isPresent();
            default -> scope.resolver().hasMethod(type, method);
        };
    }

    private Value ofType(String type, MethodCallExpr call, Frame frame) {
        Optional<TypeDeclaration<?>> declared = scope.declared(type);
        if (declared.isPresent()) {
            return invoke(declared.get().getMethodsByName(call.getNameAsString()), call, frame);
        }
        return switch (type) {
            case FileScope.DSL -> DslFunctions.call(read(call, frame));
            case FileScope.DATA_TYPES -> JooqType.of(read(call, frame));
            case FileScope.RECIPES -> RecipeValue.of(read(call, frame));
            case "java.util.List", "java.util.Arrays" -> list(read(call, frame));
            default ->
                JdkValues.call(type, read(call, frame))
                        .orElseThrow(() -> new NotUnderstood(
                                type.substring(type.lastIndexOf('.') + 1) + "." + call.getNameAsString()
                                        + " is a method of another class",
                                text.span(call.getName())));
        };
    }

    private static Value list(Call call) {
        return switch (call.method()) {
            case "of", "copyOf", "asList" -> new Value.Items(call.spread(0));
            default -> throw call.notUnderstood();
        };
    }

    private Value ofValue(Argument receiver, MethodCallExpr call, Frame frame) {
        if (receiver.value() instanceof Value.Items items
                && call.getNameAsString().equals("forEach")
                && call.getArguments().size() == 1) {
            return forEach(items, call, frame);
        }
        Call read = read(call, frame);
        if (receiver.value() instanceof Value.Receiver builder) {
            return builder.call(read);
        }
        if (receiver.value() instanceof Value.Text string) {
            return Strings.call(string.traced(), read);
        }
        throw read.notUnderstood();
    }

    private Value forEach(Value.Items items, MethodCallExpr call, Frame frame) {
        if (!(call.getArgument(0) instanceof LambdaExpr lambda)
                || lambda.getParameters().size() != 1) {
            throw new NotUnderstood("only a lambda is followed here", text.span(call.getArgument(0)));
        }
        String variable = lambda.getParameter(0).getNameAsString();
        for (Argument item : items.items()) {
            Frame inner = frame.block();
            inner.declare(variable, item.value(), item.span());
            if (lambda.getBody() instanceof ExpressionStmt expression) {
                statements.expression(expression, expression.getExpression(), inner);
            } else {
                statements.run(lambda.getBody().asBlockStmt(), inner);
            }
        }
        return new Value.Nothing();
    }

    private Value invoke(List<MethodDeclaration> named, MethodCallExpr call, Frame frame) {
        int count = call.getArguments().size();
        List<MethodDeclaration> candidates =
                named.stream().filter(method -> takes(method, count)).toList();
        Span name = text.span(call.getName());
        if (candidates.size() != 1) {
            throw new NotUnderstood("which " + call.getNameAsString() + " is called is not decided here", name);
        }
        MethodDeclaration method = candidates.get(0);
        if (method.getBody().isEmpty()) {
            throw new NotUnderstood(call.getNameAsString() + " has no body here", name);
        }
        if (frame.depth() >= Evaluator.MAX_DEPTH) {
            throw new NotUnderstood(call.getNameAsString() + " is nested too deeply", name);
        }
        TypeDeclaration<?> owner = FileScope.enclosing(method).orElse(frame.owner());
        Frame inner = Frame.of(owner, method, frame.depth() + 1);
        bind(method, evaluator.lenientArguments(call.getArguments(), frame), inner);
        return statements.run(method.getBody().get(), inner);
    }

    private static boolean takes(MethodDeclaration method, int count) {
        int parameters = method.getParameters().size();
        boolean variable = parameters > 0 && method.getParameter(parameters - 1).isVarArgs();
        return variable ? count >= parameters - 1 : count == parameters;
    }

    private static void bind(MethodDeclaration method, List<Argument> arguments, Frame frame) {
        int index = 0;
        for (Parameter parameter : method.getParameters()) {
            if (parameter.isVarArgs()) {
                List<Argument> rest = new ArrayList<>(arguments.subList(index, arguments.size()));
                boolean array = rest.size() == 1 && rest.get(0).value() instanceof Value.Items;
                frame.declare(
                        parameter.getNameAsString(), array ? rest.get(0).value() : new Value.Items(rest), Span.NONE);
            } else {
                Argument argument = arguments.get(index);
                frame.declare(parameter.getNameAsString(), argument.value(), argument.span());
            }
            index++;
        }
    }
}

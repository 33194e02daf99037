package dev.migrate.core.source;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs lambdas, method references and objects of classes without a name. */
final class Functions {
    private static final Set<String> STATIC_OF_STRING = Set.of("valueOf", "format", "join");

    private final Run run;
    private final Evaluator evaluator;
    private final Calls calls;

    Functions(Run run, Evaluator evaluator, Calls calls) {
        this.run = run;
        this.evaluator = evaluator;
        this.calls = calls;
    }

    /** The result of a function. */
    Value apply(Argument function, List<Argument> arguments, Call call, Frame frame) {
        Value value = function.known().value();
        if (value instanceof Value.Code code) {
            return apply(code, call.with(arguments), frame);
        }
        if (value instanceof Instance instance) {
            return Calls.only(instance)
                    .map(method -> calls.methods()
                            .invoke(
                                    method,
                                    instance.around().orElse(frame).inside(instance, frame.depth()),
                                    call.with(arguments)))
                    .orElseGet(() -> onlyMethod(instance, call.with(arguments), frame));
        }
        throw new NotUnderstood("the function is not known here", function.span());
    }

    /** An object of a named class, where an interface with one method is asked for. */
    private Value onlyMethod(Instance instance, Call call, Frame frame) {
        for (String name : List.of("accept", "apply", "get", "run", "test", "call", "execute", "migrate")) {
            List<Methods.Declared> found = Methods.named(instance.type(), name);
            if (!found.isEmpty()) {
                return calls.methods().invoke(found, Optional.of(instance), call, frame);
            }
        }
        throw call.notUnderstood();
    }

    private Value apply(Value.Code code, Call call, Frame frame) {
        if (frame.depth() >= Evaluator.MAX_DEPTH) {
            throw new NotUnderstood("the function is nested too deeply", call.methodSpan());
        }
        if (code.function() instanceof LambdaExpr lambda) {
            return run(lambda, code.frame().called(frame.depth()), call);
        }
        return reference((MethodReferenceExpr) code.function(), code.frame().called(frame.depth()), call);
    }

    private Value run(LambdaExpr lambda, Frame inner, Call call) {
        if (lambda.getParameters().size() != call.count()) {
            throw call.notUnderstood();
        }
        calls.methods().bind(lambda.getParameters(), call, inner, inner.owner());
        Statement body = lambda.getBody();
        return body instanceof ExpressionStmt line
                ? evaluator.statements().result(line, inner)
                : evaluator.statements().run(body.asBlockStmt(), inner);
    }

    private Value reference(MethodReferenceExpr reference, Frame frame, Call call) {
        String name = reference.getIdentifier();
        Expression scope = reference.getScope();
        if (scope instanceof ThisExpr || scope instanceof SuperExpr) {
            Value self = frame.self()
                    .map(found -> (Value) found)
                    .orElseThrow(() -> new NotUnderstood("this is not known here", call.methodSpan()));
            return calls.values().of(new Argument(self, call.span()), call.named(name), frame);
        }
        String written = scope.toString();
        Optional<Value> variable = frame.variable(written)
                .or(() -> frame.self().flatMap(self -> self.field(written)))
                .map(Variable::value);
        if (variable.isPresent()) {
            return calls.values().of(new Argument(variable.get(), frame.span(scope)).known(), call.named(name), frame);
        }
        Optional<String> type = frame.scope().type(withoutArguments(written), frame.type());
        return type.isPresent()
                ? ofType(type.get(), name, call, frame)
                : calls.values().of(evaluator.argument(scope, frame), call.named(name), frame);
    }

    private static String withoutArguments(String type) {
        int bracket = type.indexOf('<');
        return bracket < 0 ? type : type.substring(0, bracket);
    }

    private Value ofType(String type, String name, Call call, Frame frame) {
        Optional<TypeRef> known = frame.scope().find(type);
        if (name.equals("new")) {
            Call made = call.named(type.substring(type.lastIndexOf('.') + 1));
            return known.isPresent()
                    ? evaluator.creations().created(known.get(), made, frame)
                    : JdkObjects.created(made.method(), made).orElseThrow(call::notUnderstood);
        }
        boolean onFirst = known.isPresent()
                ? Methods.named(known.get(), name).stream()
                        .noneMatch(found -> found.method().isStatic())
                : isOfFirst(type, name);
        return onFirst && call.count() > 0
                ? calls.values()
                        .of(
                                call.argument(0).known(),
                                call.named(name).with(call.arguments().subList(1, call.count())),
                                frame)
                : calls.ofType(type, call.named(name), frame);
    }

    private static boolean isOfFirst(String type, String name) {
        return switch (type) {
            case "java.lang.String" -> !STATIC_OF_STRING.contains(name);
            case FileScope.DSL, FileScope.RECIPES, FileScope.DATA_TYPES, "java.util.Objects" -> false;
            default -> !name.equals("of") && !name.equals("valueOf") && !name.equals("toString");
        };
    }

    /** The call with the text of objects that say it themselves. */
    Call texts(Call call, Frame frame) {
        return calls.values().texts(call, frame);
    }

    /** The constants of the enum that a class literal names. */
    Optional<List<Argument>> enumConstants(Value.TypeLiteral literal, Call call, Frame frame) {
        return calls.values().enumConstants(literal, call.methodSpan(), frame);
    }

    /** The functions that a call is handed which is not followed: each of them may run, never or many times. */
    void mayRun(Call call, Frame frame) {
        for (Argument argument : call.arguments()) {
            if (argument.value() instanceof Value.Code code && code.function() instanceof LambdaExpr lambda) {
                mayRun(argument, unknown(lambda, call), call, frame);
            } else if (argument.value() instanceof Value.Code code) {
                ownMethod(code)
                        .ifPresent(method -> mayRun(argument, unknown(method.getParameters(), call), call, frame));
            } else if (argument.value() instanceof Instance instance) {
                Calls.only(instance)
                        .ifPresent(method -> mayRun(argument, unknown(method.getParameters(), call), call, frame));
            }
        }
    }

    /** The method of the migration's own that {@code this::method} means. */
    private static Optional<MethodDeclaration> ownMethod(Value.Code code) {
        MethodReferenceExpr reference = (MethodReferenceExpr) code.function();
        if (!(reference.getScope() instanceof ThisExpr)) {
            return Optional.empty();
        }
        List<Methods.Declared> found = Methods.named(code.frame().owner(), reference.getIdentifier());
        return found.size() == 1 ? Optional.of(found.get(0).method()) : Optional.empty();
    }

    private void mayRun(Argument function, List<Argument> arguments, Call call, Frame frame) {
        evaluator.statements().branches().maybe("whether it runs is decided by " + call.method(), () -> {
            try {
                apply(function, arguments, call, frame);
            } catch (NotUnderstood unread) {
                tell(function, unread);
            }
        });
        run.evaluated();
    }

    /** A lambda that is one expression has no statement of its own that would tell. */
    private void tell(Argument function, NotUnderstood unread) {
        if (function.value() instanceof Value.Code code) {
            calls.handles().tell(code.function(), code.frame(), unread.reason());
        }
    }

    private static List<Argument> unknown(LambdaExpr lambda, Call call) {
        return unknown(lambda.getParameters(), call);
    }

    private static List<Argument> unknown(List<Parameter> parameters, Call call) {
        List<Argument> arguments = new ArrayList<>();
        for (Parameter parameter : parameters) {
            String name = parameter.getNameAsString();
            arguments.add(new Argument(
                    new Value.Unknown(name + " is what " + call.method() + " hands over", call.methodSpan()),
                    call.methodSpan()));
        }
        return arguments;
    }
}

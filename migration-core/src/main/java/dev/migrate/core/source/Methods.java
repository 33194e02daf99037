package dev.migrate.core.source;

import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the method or constructor that a call means, and runs it. */
final class Methods {
    private final Run run;
    private final Evaluator evaluator;

    Methods(Run run, Evaluator evaluator) {
        this.run = run;
        this.evaluator = evaluator;
    }

    /** A method and the type that declares it. */
    record Declared(MethodDeclaration method, TypeRef type) {}

    /** The methods of that name that a type has, nearest first; an overridden one is left out. */
    static List<Declared> named(TypeRef type, String name) {
        List<Declared> found = new ArrayList<>();
        for (TypeRef declaring : type.hierarchy()) {
            for (MethodDeclaration method : declaring.declaration().getMethodsByName(name)) {
                if (found.stream().noneMatch(nearer -> overrides(nearer.method(), method))) {
                    found.add(new Declared(method, declaring));
                }
            }
        }
        return found;
    }

    private static boolean overrides(MethodDeclaration nearer, MethodDeclaration method) {
        if (nearer.getParameters().size() != method.getParameters().size()) {
            return false;
        }
        for (int index = 0; index < method.getParameters().size(); index++) {
            Type one = nearer.getParameter(index).getType();
            Type other = method.getParameter(index).getType();
            // A type parameter of the class above stands for whatever the class below says.
            if (!one.asString().equals(other.asString()) && other.asString().length() > 1) {
                return false;
            }
        }
        return true;
    }

    static List<MethodDeclaration> named(List<BodyDeclaration<?>> body, String name) {
        List<MethodDeclaration> found = new ArrayList<>();
        for (BodyDeclaration<?> member : body) {
            if (member instanceof MethodDeclaration method
                    && method.getNameAsString().equals(name)) {
                found.add(method);
            }
        }
        return found;
    }

    /** The one of the candidates that takes the arguments. */
    <D extends CallableDeclaration<?>> D chosen(List<D> candidates, Call call, Frame frame) {
        List<D> fitting =
                candidates.stream().filter(candidate -> takes(candidate, call)).toList();
        List<D> fixed =
                fitting.stream().filter(candidate -> !isVariable(candidate)).toList();
        List<D> best = nearest(fixed.isEmpty() ? fitting : fixed, call);
        if (best.size() != 1) {
            throw new NotUnderstood("which " + call.method() + " is called is not decided here", call.methodSpan());
        }
        return best.get(0);
    }

    private static <D extends CallableDeclaration<?>> List<D> nearest(List<D> candidates, Call call) {
        if (candidates.size() < 2) {
            return candidates;
        }
        int highest = candidates.stream()
                .mapToInt(candidate -> exactness(candidate, call))
                .max()
                .orElse(0);
        return candidates.stream()
                .filter(candidate -> exactness(candidate, call) == highest)
                .toList();
    }

    private static int exactness(CallableDeclaration<?> candidate, Call call) {
        int exact = 0;
        for (int index = 0;
                index < Math.min(call.count(), candidate.getParameters().size());
                index++) {
            Type type = candidate.getParameter(index).getType();
            exact += Fitting.isExact(type, call.argument(index).value()) ? 1 : 0;
        }
        return exact;
    }

    private static boolean isVariable(CallableDeclaration<?> callable) {
        int count = callable.getParameters().size();
        return count > 0 && callable.getParameter(count - 1).isVarArgs();
    }

    private static boolean takes(CallableDeclaration<?> callable, Call call) {
        int parameters = callable.getParameters().size();
        boolean variable = isVariable(callable);
        if (variable ? call.count() < parameters - 1 : call.count() != parameters) {
            return false;
        }
        for (int index = 0; index < call.count(); index++) {
            Parameter parameter = callable.getParameter(Math.min(index, parameters - 1));
            boolean array =
                    parameter.isVarArgs() && Sequence.is(call.argument(index).value());
            if (!array
                    && !Fitting.fits(parameter.getType(), call.argument(index).value())) {
                return false;
            }
        }
        return true;
    }

    Value invoke(List<Declared> candidates, Optional<Instance> self, Call call, Frame frame) {
        MethodDeclaration method =
                chosen(candidates.stream().map(Declared::method).toList(), call, frame);
        Declared declared = candidates.stream()
                .filter(candidate -> isSame(candidate.method(), method))
                .findFirst()
                .orElseThrow(call::notUnderstood);
        boolean foreign = declared.type().scope() != run.home();
        Optional<Span> site = foreign ? Optional.of(frame.site().orElse(call.methodSpan())) : Optional.empty();
        Optional<Instance> target = method.isStatic() ? Optional.empty() : self;
        return invoke(method, Frame.of(declared.type(), target, site, frame.depth() + 1), call);
    }

    @SuppressWarnings("ReferenceEquality") // the parser's nodes are equal when they look alike
    private static boolean isSame(MethodDeclaration one, MethodDeclaration other) {
        return one == other;
    }

    /** Runs a method in a frame that is made for it. */
    Value invoke(MethodDeclaration method, Frame inner, Call call) {
        if (inner.depth() >= Evaluator.MAX_DEPTH) {
            throw new NotUnderstood(call.method() + " is nested too deeply", call.methodSpan());
        }
        Optional<Value> handle = Database.declared(method.getType(), inner);
        if (method.getBody().isEmpty()) {
            return handle.orElseThrow(() -> new NotUnderstood(call.method() + " has no body here", call.methodSpan()));
        }
        bind(method.getParameters(), call, inner, inner.owner());
        Value result = evaluator.statements().run(method.getBody().get(), inner);
        return result instanceof Value.Unknown ? handle.orElse(result) : result;
    }

    void bind(List<Parameter> parameters, Call call, Frame frame, TypeRef owner) {
        int index = 0;
        for (Parameter parameter : parameters) {
            if (parameter.isVarArgs()) {
                List<Argument> rest = call.arguments().subList(Math.min(index, call.count()), call.count());
                boolean array = rest.size() == 1 && Sequence.is(rest.get(0).value());
                frame.declare(parameter.getNameAsString(), array ? rest.get(0).value() : new Sequence(rest));
            } else {
                Argument argument = call.argument(index);
                frame.declare(parameter.getNameAsString(), typed(argument, parameter.getType(), frame));
            }
            index++;
        }
    }

    /** A text is pointed at where it is handed over, if it is a name there; what is not known may still have a type. */
    private static Value typed(Argument argument, Type type, Frame frame) {
        if (argument.value() instanceof Value.Unknown) {
            return Database.declared(type, frame).orElse(argument.value());
        }
        return Numbers.widened(argument.value(), type.asString());
    }
}

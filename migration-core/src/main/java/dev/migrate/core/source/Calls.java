package dev.migrate.core.source;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what a call calls: jOOQ, a recipe, a method of this module, or a method of a value. */
final class Calls {
    private final Run run;
    private final Evaluator evaluator;
    private final Methods methods;
    private final Handles handles;
    private final Functions functions;
    private final ValueCalls values;

    Calls(Run run, Evaluator evaluator) {
        this.run = run;
        this.evaluator = evaluator;
        this.methods = new Methods(run, evaluator);
        this.handles = new Handles(run);
        this.functions = new Functions(run, evaluator, this);
        this.values = new ValueCalls(run, evaluator, this);
    }

    Methods methods() {
        return methods;
    }

    Handles handles() {
        return handles;
    }

    Functions functions() {
        return functions;
    }

    ValueCalls values() {
        return values;
    }

    Value value(MethodCallExpr call, Frame frame) {
        Optional<Expression> receiver = call.getScope();
        if (receiver.isEmpty()) {
            return unqualified(read(call, frame), call, frame);
        }
        if (receiver.get() instanceof ThisExpr own) {
            Call read = read(call, frame);
            return own.getTypeName().isPresent() || frame.self().isEmpty()
                    ? unqualified(read, call, frame)
                    : values.of(new Argument(frame.self().get(), frame.span(own)), read, frame);
        }
        if (receiver.get() instanceof SuperExpr) {
            return inherited(call, frame);
        }
        Optional<String> type = typeName(receiver.get(), frame);
        return type.isPresent() ? ofType(type.get(), call, frame) : ofValue(receiver.get(), call, frame);
    }

    private Value ofType(String type, MethodCallExpr call, Frame frame) {
        Call read = read(call, frame);
        try {
            return ofType(type, read, frame);
        } catch (NotUnderstood unread) {
            return unresolved(call, read, frame, unread);
        }
    }

    private Value ofValue(Expression receiver, MethodCallExpr call, Frame frame) {
        Argument value = receiver(receiver, call, frame);
        Call read = read(call, frame);
        try {
            Value result = values.of(value, read, frame);
            if (!JooqStatement.building(result) && !(result instanceof Database)) {
                handles.settle(call);
            }
            return result;
        } catch (NotUnderstood unread) {
            return unresolved(call, read, frame, unread);
        }
    }

    /** What gives statements is taken for jOOQ's context, whoever made it. */
    private Argument receiver(Expression receiver, MethodCallExpr call, Frame frame) {
        try {
            return evaluator.argument(receiver, frame);
        } catch (NotUnderstood unread) {
            Optional<Value> guessed = handles.guessed(receiver, call, frame);
            if (guessed.isPresent()) {
                return new Argument(guessed.get(), frame.span(receiver));
            }
            functions.mayRun(read(call, frame), frame);
            handles.settleFunctions(call);
            throw unread;
        }
    }

    /** The type that an expression names; empty if it is a value. */
    Optional<String> typeName(Expression receiver, Frame frame) {
        if (receiver instanceof NameExpr name) {
            String written = name.getNameAsString();
            boolean variable = frame.variable(written).isPresent()
                    || hasField(written, frame)
                    || evaluator.names().importsField(written, frame);
            return variable ? Optional.empty() : frame.scope().type(written, frame.type());
        }
        return receiver instanceof FieldAccessExpr access && dotted(access, frame)
                ? frame.scope().type(access.toString(), frame.type()).filter(type -> isType(access, type, frame))
                : Optional.empty();
    }

    private static boolean hasField(String name, Frame frame) {
        if (frame.self().flatMap(self -> self.field(name)).isPresent()) {
            return true;
        }
        Optional<TypeDeclaration<?>> level = Optional.of(frame.type());
        while (level.isPresent()) {
            if (Names.variable(level.get(), name).isPresent()) {
                return true;
            }
            level = FileScope.enclosing(level.get());
        }
        return false;
    }

    private static boolean dotted(FieldAccessExpr access, Frame frame) {
        if (access.getScope() instanceof NameExpr name) {
            return frame.variable(name.getNameAsString()).isEmpty();
        }
        return access.getScope() instanceof FieldAccessExpr inner && dotted(inner, frame);
    }

    /** Whether {@code A.B} is a type and not the constant B of the type A. */
    private static boolean isType(FieldAccessExpr access, String type, Frame frame) {
        return type.equals(access.toString())
                || frame.scope().declared(type).isPresent()
                || frame.scope().resolver().binaryName(type).isPresent();
    }

    private Call read(MethodCallExpr call, Frame frame) {
        return new Call(
                call.getNameAsString(),
                frame.span(call.getName()),
                evaluator.lenient(call.getArguments(), frame),
                frame.span(call));
    }

    private Value unqualified(Call read, MethodCallExpr call, Frame frame) {
        Optional<Value> own = own(read, frame);
        if (own.isPresent()) {
            return own.get();
        }
        try {
            if (frame.scope().resolver().hasMethod(frame.owner().canonicalName(), read.method())) {
                throw new NotUnderstood(read.method() + " is inherited from another class", read.methodSpan());
            }
            return imported(read, frame);
        } catch (NotUnderstood unread) {
            return unresolved(call, read, frame, unread);
        }
    }

    /** A method of the class that the code stands in, of one above it or around it. */
    private Optional<Value> own(Call call, Frame frame) {
        Optional<Instance> self = frame.self();
        if (self.isPresent() && !Methods.named(self.get().body(), call.method()).isEmpty()) {
            return Optional.of(values.of(new Argument(self.get(), call.span()), call, frame));
        }
        boolean here = self.filter(instance -> instance.body().isEmpty()
                        && instance.type().hierarchy().stream().anyMatch(frame.owner()::is))
                .isPresent();
        List<Methods.Declared> found = Methods.named(here ? self.get().type() : frame.owner(), call.method());
        Optional<TypeDeclaration<?>> level = FileScope.enclosing(frame.type());
        Optional<Instance> target = here ? self : run.main().filter(main -> isMember(main, frame.owner()));
        while (found.isEmpty() && level.isPresent()) {
            TypeRef outer = new TypeRef(level.get(), frame.scope());
            found = Methods.named(outer, call.method());
            target = run.main().filter(main -> isMember(main, outer));
            level = FileScope.enclosing(level.get());
        }
        if (found.isEmpty() && self.flatMap(Instance::constant).isPresent() && ValueCalls.isOfConstants(call)) {
            return Optional.of(values.of(new Argument(self.get(), call.span()), call, frame));
        }
        List<Methods.Declared> candidates = found;
        Optional<Instance> on = target;
        return candidates.isEmpty() ? Optional.empty() : Optional.of(methods.invoke(candidates, on, call, frame));
    }

    private static boolean isMember(Instance main, TypeRef type) {
        return main.type().hierarchy().stream().anyMatch(type::is);
    }

    private Value inherited(MethodCallExpr call, Frame frame) {
        Call read = read(call, frame);
        List<Methods.Declared> found = new ArrayList<>();
        for (TypeRef above : frame.owner().supertypes()) {
            found.addAll(Methods.named(above, read.method()));
        }
        if (found.isEmpty()) {
            return unresolved(
                    call,
                    read,
                    frame,
                    new NotUnderstood("super." + read.method() + " is in another class", read.methodSpan()));
        }
        return methods.invoke(found, frame.self(), read, frame);
    }

    private Value imported(Call call, Frame frame) {
        String name = call.method();
        List<String> types = frame.scope().staticImports(name);
        List<String> candidates = types.size() == 1
                ? types
                : types.stream()
                        .filter(type -> hasMethod(type, name, frame) && takes(type, call))
                        .toList();
        if (candidates.contains(FileScope.RECIPES)) {
            return ofType(FileScope.RECIPES, call, frame);
        }
        if (candidates.size() > 1) {
            throw new NotUnderstood("which " + name + " is called is not decided by the imports", call.methodSpan());
        }
        if (candidates.isEmpty()) {
            String reason = types.contains(FileScope.DSL)
                    ? "the call of " + name + " is not understood"
                    : name + " is a method of another class";
            throw new NotUnderstood(reason, call.methodSpan());
        }
        return ofType(candidates.get(0), call, frame);
    }

    /** What is static in jOOQ executes nothing, and so takes nothing to execute on; only {@code using} does. */
    private static boolean takes(String type, Call call) {
        return !type.equals(FileScope.DSL)
                || call.method().equals("using")
                || call.arguments().stream().noneMatch(argument -> argument.value() instanceof Database);
    }

    private static boolean hasMethod(String type, String method, Frame frame) {
        return switch (type) {
            case FileScope.DSL -> DslFunctions.knows(method);
            case FileScope.RECIPES -> RecipeValue.knows(method);
            case FileScope.DATA_TYPES -> JooqType.constant(method, Span.NONE).isPresent();
            default ->
                frame.scope().resolver().hasMethod(type, method)
                        || frame.scope()
                                .find(type)
                                .filter(known -> !Methods.named(known, method).isEmpty())
                                .isPresent();
        };
    }

    /** A static method. */
    Value ofType(String type, Call call, Frame frame) {
        Optional<TypeRef> known = frame.scope().find(type);
        if (known.isPresent()) {
            List<Methods.Declared> found = Methods.named(known.get(), call.method());
            return found.isEmpty()
                    ? values.ofEnum(known.get(), call, frame)
                    : methods.invoke(found, Optional.empty(), call, frame);
        }
        if (type.equals(FileScope.DSL) && call.method().equals("using")) {
            return new Database(Database.Kind.DSL);
        }
        if (type.equals(FileScope.DSL) && DmlValue.begins(call.method())) {
            return DmlValue.of(call);
        }
        return switch (type) {
            case FileScope.DSL -> Chain.of(DslFunctions.call(settled(call, frame)));
            case FileScope.DATA_TYPES -> JooqType.of(call.settled());
            case FileScope.RECIPES -> RecipeValue.of(settled(call, frame));
            default ->
                JdkStatics.call(type, call, frame, functions)
                        .or(() -> Database.made(type, call))
                        .orElseThrow(() -> new NotUnderstood(
                                type.substring(type.lastIndexOf('.') + 1) + "." + call.method()
                                        + " is a method of another class",
                                call.methodSpan()));
        };
    }

    /** The call with its arguments as they are now; enums that stand for a type of the database are that type's. */
    Call settled(Call call, Frame frame) {
        boolean enums = call.arguments().stream().anyMatch(argument -> DatabaseEnums.isOne(argument.value()));
        return enums
                ? call.with(call.arguments().stream()
                                .map(argument -> DatabaseEnums.read(argument, this, frame))
                                .toList())
                        .settled()
                : call.settled();
    }

    /** A call that is not followed: the functions that it is handed may run, never or many times. */
    private Value unresolved(MethodCallExpr call, Call read, Frame frame, NotUnderstood reason) {
        functions.mayRun(read, frame);
        handles.settleFunctions(call);
        throw reason;
    }

    /** The method of a class without a name that a call of its interface runs. */
    static Optional<MethodDeclaration> only(Instance anonymous) {
        List<MethodDeclaration> all = new ArrayList<>();
        anonymous.body().forEach(member -> {
            if (member instanceof MethodDeclaration method) {
                all.add(method);
            }
        });
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }
}

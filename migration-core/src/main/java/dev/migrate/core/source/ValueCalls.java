package dev.migrate.core.source;

import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calls of methods of values: of statements, texts, lists, objects of this module. */
final class ValueCalls {
    private static final Set<String> COMBINING =
            Set.of("andThen", "compose", "negate", "and", "or", "identity", "equals", "hashCode");

    private final Evaluator evaluator;
    private final Calls calls;
    private final ListCalls lists;
    private final DatabaseCalls databases;
    private final Run run;

    ValueCalls(Run run, Evaluator evaluator, Calls calls) {
        this.run = run;
        this.evaluator = evaluator;
        this.calls = calls;
        this.lists = new ListCalls(run, calls);
        this.databases = new DatabaseCalls(run, calls);
    }

    Value of(Argument receiver, Call call, Frame frame) {
        Value value = receiver.value();
        if (value instanceof Chain chain) {
            return chained(chain, call, frame);
        }
        if (value instanceof Database database) {
            return databases.call(database, call, frame);
        }
        if (value instanceof DatabaseCalls.Batch batch) {
            return databases.batch(batch, call);
        }
        if (value instanceof DatabaseCalls.Prepared prepared) {
            return databases.prepared(prepared, call);
        }
        if (value instanceof DmlValue change) {
            return executes(call) ? databases.execute(change, call) : change.call(call);
        }
        if (value instanceof Instance instance) {
            return ofObject(instance, call, frame);
        }
        if (value instanceof GeneratedTable table) {
            return table.call(call, frame, evaluator);
        }
        if (value instanceof Value.Code) {
            return ofFunction(receiver, call, frame);
        }
        if (Sequence.is(value)) {
            return lists.call(receiver, call, frame);
        }
        if (value instanceof MapValue map) {
            return map.call(call, frame, run, calls.functions());
        }
        if (value instanceof OptionalValue optional) {
            return optional.call(call, frame, calls.functions());
        }
        if (value instanceof TextBuilder builder) {
            return builder.call(call, run.journal());
        }
        return simple(receiver, call, frame);
    }

    private Value simple(Argument receiver, Call call, Frame frame) {
        Value value = receiver.value();
        if (isComparison(call)) {
            return new Value.Constant(Arithmetic.same(receiver, call.argument(0).known(), call.span()));
        }
        if (value instanceof JooqStatement statement && executes(call)) {
            return databases.execute(statement, call);
        }
        if (value instanceof Value.Receiver builder) {
            return builder.call(calls.settled(call, frame));
        }
        if (value instanceof Value.Text string) {
            return Strings.call(string.traced(), texts(call, frame).settled());
        }
        if (value instanceof Value.Constant) {
            return Numbers.call(receiver, call.settled());
        }
        if (value instanceof Value.TypeLiteral literal) {
            return ofClass(literal, call, frame);
        }
        if (value instanceof Names.Symbol symbol
                && (call.method().equals("name") || call.method().equals("toString"))) {
            return new Value.Text(Traced.of(symbol.name(), receiver.span()));
        }
        return JooqPart.call(receiver, call.settled());
    }

    /** The call with the text of objects that say it themselves. */
    Call texts(Call call, Frame frame) {
        boolean objects = call.arguments().stream().anyMatch(argument -> argument.value() instanceof Instance);
        return objects
                ? call.with(call.arguments().stream()
                        .map(argument -> text(argument, frame))
                        .toList())
                : call;
    }

    /** An object as its {@code toString} says it; anything else as it is. */
    Argument text(Argument argument, Frame frame) {
        if (!(argument.value() instanceof Instance)) {
            return argument;
        }
        Call toString = new Call("toString", argument.span(), List.of(), argument.span());
        return new Argument(of(argument, toString, frame), argument.span());
    }

    private static boolean isComparison(Call call) {
        return call.count() == 1
                && call.method().equals("equals")
                && !(call.argument(0).value() instanceof JooqSql);
    }

    private static boolean executes(Call call) {
        return call.method().equals("execute") || call.method().equals("executeAsync");
    }

    private Value chained(Chain chain, Call call, Frame frame) {
        if (executes(call) && call.count() == 0) {
            return databases.execute(chain.now(), call);
        }
        Value content = Evaluator.known(chain.now(), call.methodSpan());
        Value result = of(new Argument(content, call.span()), call, frame);
        if (!JooqStatement.changing(result)) {
            return result;
        }
        run.journal().set(chain.content(), result);
        return chain;
    }

    private Value ofFunction(Argument function, Call call, Frame frame) {
        if (COMBINING.contains(call.method())) {
            throw call.notUnderstood();
        }
        return calls.functions().apply(function, call.arguments(), call, frame);
    }

    private Value ofObject(Instance instance, Call call, Frame frame) {
        List<MethodDeclaration> own = Methods.named(instance.body(), call.method());
        if (!own.isEmpty()) {
            MethodDeclaration method = calls.methods().chosen(own, call, frame);
            Frame around = instance.around()
                    .orElseGet(() -> Frame.of(instance.type(), Optional.of(instance), frame.site(), frame.depth()));
            return calls.methods().invoke(method, around.inside(instance, frame.depth()), call);
        }
        List<Methods.Declared> found = Methods.named(instance.type(), call.method());
        if (!found.isEmpty()) {
            return calls.methods().invoke(found, Optional.of(instance), call, frame);
        }
        return builtIn(instance, call);
    }

    /** Whether it is a method that every constant of an enum has. */
    static boolean isOfConstants(Call call) {
        return call.count() == 0
                && (call.method().equals("name") || call.method().equals("ordinal"));
    }

    /** Methods that every constant of an enum has, and the accessors of a record. */
    private static Value builtIn(Instance instance, Call call) {
        Optional<Variable> component = call.count() == 0 ? instance.field(call.method()) : Optional.empty();
        if (component.isPresent() && instance.type().declaration().isRecordDeclaration()) {
            return Evaluator.known(component.get().value(), call.methodSpan());
        }
        if (instance.constant().isPresent()) {
            switch (call.method()) {
                case "name", "toString" -> {
                    return new Value.Text(Traced.of(instance.constant().get(), call.span()));
                }
                case "ordinal" -> {
                    return new Value.Constant(instance.ordinal());
                }
                case "equals" -> {
                    return new Value.Constant(
                            call.argument(0).value() instanceof Instance other && instance.same(other));
                }
                default -> {}
            }
        }
        throw new NotUnderstood(call.method() + " is a method of another class", call.methodSpan());
    }

    /** Static methods that every enum has. */
    Value ofEnum(TypeRef type, Call call, Frame frame) {
        if (type.declaration() instanceof EnumDeclaration constants) {
            if (call.method().equals("values") && call.count() == 0) {
                return new Sequence(constants(type, constants, call.methodSpan(), frame));
            }
            if (call.method().equals("valueOf") && call.count() == 1) {
                String name = call.argument(0).known().text("the name").text();
                return constants(type, constants, call.methodSpan(), frame).stream()
                        .map(Argument::value)
                        .filter(value -> value instanceof Instance instance
                                && instance.constant().filter(name::equals).isPresent())
                        .findFirst()
                        .orElseThrow(call::notUnderstood);
            }
        }
        throw new NotUnderstood(
                type.simpleName() + "." + call.method() + " is a method of another class", call.methodSpan());
    }

    List<Argument> constants(TypeRef type, EnumDeclaration constants, Span use, Frame frame) {
        List<Argument> all = new ArrayList<>();
        for (EnumConstantDeclaration constant : constants.getEntries()) {
            Value value = evaluator.creations().constant(type, constant, all.size(), frame, use);
            all.add(new Argument(value, use));
        }
        return all;
    }

    private Value ofClass(Value.TypeLiteral literal, Call call, Frame frame) {
        String simple = literal.name().substring(literal.name().lastIndexOf('.') + 1);
        return switch (call.method()) {
            case "getSimpleName" -> new Value.Text(Traced.of(simple, call.span()));
            case "getEnumConstants" ->
                new Sequence(enumConstants(literal, call.methodSpan(), frame).orElseThrow(call::notUnderstood));
            default -> throw call.notUnderstood();
        };
    }

    /** The constants of the enum that a class literal names. */
    Optional<List<Argument>> enumConstants(Value.TypeLiteral literal, Span use, Frame frame) {
        Frame where = literal.frame();
        return where.scope()
                .type(literal.name(), where.type())
                .flatMap(where.scope()::find)
                .filter(type -> type.declaration() instanceof EnumDeclaration)
                .map(type -> constants(type, (EnumDeclaration) type.declaration(), use, frame));
    }
}

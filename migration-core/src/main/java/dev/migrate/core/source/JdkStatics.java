package dev.migrate.core.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Static methods of the JDK that give lists, maps, streams and what goes into them. */
final class JdkStatics {
    private static final int MAX_RANGE = 10_000;

    private JdkStatics() {}

    /** {@code Collectors.x(…)}. */
    record Collector(String method, List<Argument> arguments) implements Value.Opaque {}

    /** The value of a call; empty for a method that is not known. */
    static Optional<Value> call(String type, Call call, Frame frame, Functions functions) {
        return switch (type) {
            case "java.util.List", "java.util.Arrays", "java.util.stream.Stream" -> list(call);
            case "java.util.Collections" -> collection(call);
            case "java.util.Set" -> Optional.of(Sequence.unordered(all(call)));
            case "java.util.Map" -> map(call);
            case "java.util.Optional" -> optional(call);
            case "java.lang.Math" -> extreme(call);
            case "java.util.Objects" -> objects(call);
            case "java.util.stream.IntStream" -> range(call);
            case "java.util.EnumSet" -> enumSet(call, frame, functions);
            case "java.util.stream.Collectors" -> Optional.of(new Collector(call.method(), call.arguments()));
            default -> JdkValues.call(type, functions.texts(call, frame));
        };
    }

    private static Optional<Value> list(Call call) {
        return switch (call.method()) {
            case "of", "copyOf", "asList", "stream" -> Optional.of(new Sequence(all(call)));
            case "concat" ->
                Optional.of(new Sequence(joined(
                        call.require(2).argument(0).known(), call.argument(1).known())));
            case "iterate", "generate" -> Optional.empty();
            case "empty" -> Optional.of(new Sequence(List.of()));
            default -> Optional.empty();
        };
    }

    /** {@code Math.min} and {@code Math.max} of two ints. */
    private static Optional<Value> extreme(Call call) {
        boolean ints = call.count() == 2
                && call.arguments().stream()
                        .allMatch(argument -> argument.known().value() instanceof Value.Constant constant
                                && constant.boxed() instanceof Integer);
        if (!ints) {
            return Optional.empty();
        }
        int one = call.argument(0).number("the number");
        int other = call.argument(1).number("the number");
        return switch (call.method()) {
            case "min" -> Optional.of(new Value.Constant(Math.min(one, other)));
            case "max" -> Optional.of(new Value.Constant(Math.max(one, other)));
            default -> Optional.empty();
        };
    }

    private static List<Argument> joined(Argument one, Argument other) {
        List<Argument> all = new ArrayList<>(Sequence.elements(one));
        all.addAll(Sequence.elements(other));
        return all;
    }

    /** The arguments, or the elements of the one that is an array or a list. */
    private static List<Argument> all(Call call) {
        boolean spread = call.count() == 1 && Sequence.is(call.argument(0).value());
        return spread && (!call.method().equals("of") || call.argument(0).value() instanceof Sequence)
                ? Sequence.elements(call.argument(0))
                : call.arguments();
    }

    private static Optional<Value> collection(Call call) {
        return switch (call.method()) {
            case "singletonList", "singleton" ->
                Optional.of(new Sequence(call.require(1).arguments()));
            case "emptyList", "emptySet" -> Optional.of(new Sequence(List.of()));
            case "unmodifiableList", "unmodifiableCollection", "unmodifiableMap", "unmodifiableSet" ->
                Optional.of(call.require(1).argument(0).known().value());
            case "emptyMap" -> Optional.of(MapValue.ordered());
            case "nCopies" -> {
                int count = call.require(2).argument(0).known().number("the count");
                if (count < 0 || count > MAX_RANGE) {
                    throw call.notUnderstood();
                }
                List<Argument> copies = new ArrayList<>();
                for (int at = 0; at < count; at++) {
                    copies.add(call.argument(1));
                }
                yield Optional.of(new Sequence(copies));
            }
            default -> Optional.empty();
        };
    }

    private static Optional<Value> map(Call call) {
        Journal own = new Journal();
        MapValue map = MapValue.unordered();
        switch (call.method()) {
            case "of" -> {
                for (int at = 0; at + 1 < call.count(); at += 2) {
                    map.put(call.argument(at).known(), call.argument(at + 1), own);
                }
                return Optional.of(map);
            }
            case "entry" -> {
                return Optional.of(new MapValue.Entry(call.require(2).argument(0), call.argument(1)));
            }
            case "ofEntries" -> {
                for (Argument argument : call.arguments()) {
                    if (!(argument.known().value() instanceof MapValue.Entry entry)) {
                        return Optional.empty();
                    }
                    map.put(entry.key().known(), entry.value(), own);
                }
                return Optional.of(map);
            }
            case "copyOf" -> {
                return Optional.of(call.require(1).argument(0).known().value());
            }
            default -> {
                return Optional.empty();
            }
        }
    }

    private static Optional<Value> optional(Call call) {
        return switch (call.method()) {
            case "of", "ofNullable" -> {
                Argument held = call.require(1).argument(0).known();
                yield Optional.of(
                        new OptionalValue(held.value() instanceof Value.Null ? Optional.empty() : Optional.of(held)));
            }
            case "empty" -> Optional.of(new OptionalValue(Optional.empty()));
            default -> Optional.empty();
        };
    }

    private static Optional<Value> objects(Call call) {
        return switch (call.method()) {
            case "requireNonNull" -> Optional.of(call.argument(0).known().value());
            case "requireNonNullElse" -> {
                boolean missing = call.require(2).argument(0).known().value() instanceof Value.Null;
                yield Optional.of(call.argument(missing ? 1 : 0).known().value());
            }
            case "equals" ->
                Optional.of(new Value.Constant(Arithmetic.same(
                        call.require(2).argument(0).known(), call.argument(1).known(), call.span())));
            case "isNull" ->
                Optional.of(
                        new Value.Constant(call.require(1).argument(0).known().value() instanceof Value.Null));
            case "nonNull" ->
                Optional.of(
                        new Value.Constant(!(call.require(1).argument(0).known().value() instanceof Value.Null)));
            default -> Optional.empty();
        };
    }

    private static Optional<Value> range(Call call) {
        if (call.method().equals("of")) {
            return Optional.of(new Sequence(all(call)));
        }
        if (!call.method().equals("range") && !call.method().equals("rangeClosed")) {
            return Optional.empty();
        }
        int from = call.require(2).argument(0).known().number("the range");
        int to = call.argument(1).known().number("the range") + (call.method().equals("range") ? 0 : 1);
        if ((long) to - from > MAX_RANGE) {
            throw new NotUnderstood("the range is too long", call.methodSpan());
        }
        List<Argument> numbers = new ArrayList<>();
        for (int at = from; at < to; at++) {
            numbers.add(new Argument(new Value.Constant(at), call.span()));
        }
        return Optional.of(new Sequence(numbers));
    }

    private static Optional<Value> enumSet(Call call, Frame frame, Functions functions) {
        if (call.method().equals("allOf")
                && call.require(1).argument(0).known().value() instanceof Value.TypeLiteral literal) {
            return functions.enumConstants(literal, call, frame).map(Sequence::new);
        }
        boolean constants = call.method().equals("of")
                && call.arguments().stream().allMatch(argument -> argument.value() instanceof Instance);
        return constants
                ? Optional.of(new Sequence(call.arguments().stream()
                        .sorted((one, other) ->
                                ((Instance) one.value()).ordinal() - ((Instance) other.value()).ordinal())
                        .toList()))
                : Optional.empty();
    }
}

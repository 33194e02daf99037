package dev.migrate.core.source;

import java.util.List;
import java.util.Optional;

/** What {@code new} makes of the JDK's classes. */
final class JdkObjects {
    private JdkObjects() {}

    static Optional<Value> created(String written, Call call) {
        String type = written.substring(written.lastIndexOf('.') + 1);
        return switch (type) {
            case "ArrayList", "LinkedList", "LinkedHashSet", "CopyOnWriteArrayList", "ArrayDeque" ->
                Optional.of(new Sequence(copied(call)));
            case "HashSet" -> Optional.of(Sequence.unordered(copied(call)));
            case "LinkedHashMap" -> copiedMap(call, MapValue.ordered());
            case "TreeMap" -> copiedMap(call, MapValue.sorted());
            case "HashMap", "EnumMap", "ConcurrentHashMap" -> copiedMap(call, MapValue.unordered());
            case "StringBuilder", "StringBuffer" -> Optional.of(new TextBuilder(begun(call)));
            case "String" ->
                Optional.of(new Value.Text(call.settled().require(1).argument(0).text("the text")));
            case "BigDecimal" ->
                Optional.of(Numbers.created(type, call.settled().arguments(), call.span()));
            default -> JooqPart.created(type, call);
        };
    }

    private static List<Argument> copied(Call call) {
        boolean list = call.count() == 1 && Sequence.is(call.argument(0).known().value());
        return list ? Sequence.elements(call.argument(0)) : List.of();
    }

    private static Optional<Value> copiedMap(Call call, MapValue map) {
        if (call.count() != 1) {
            return call.count() == 0 ? Optional.of(map) : Optional.empty();
        }
        Value argument = call.argument(0).known().value();
        if (argument instanceof MapValue copied) {
            return Optional.of(copied.copiedTo(map, call.span()));
        }
        return argument instanceof Value.Constant || argument instanceof Value.TypeLiteral
                ? Optional.of(map)
                : Optional.empty();
    }

    private static Traced begun(Call call) {
        return call.count() == 1 && call.argument(0).known().value() instanceof Value.Text text
                ? text.traced()
                : Traced.EMPTY;
    }
}

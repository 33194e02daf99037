package dev.migrate.core.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A map. One whose order the JDK does not define can be asked for its values, and is not gone through. */
final class MapValue implements Value.Opaque {
    private final Variable content = new Variable(new Entries(List.of()));
    private final Order order;

    private enum Order {
        OF_ENTRY,
        OF_KEYS,
        NONE
    }

    private MapValue(Order order) {
        this.order = order;
    }

    static MapValue ordered() {
        return new MapValue(Order.OF_ENTRY);
    }

    /** Gone through by its keys, where these are texts. */
    static MapValue sorted() {
        return new MapValue(Order.OF_KEYS);
    }

    static MapValue unordered() {
        return new MapValue(Order.NONE);
    }

    /** A key and its value. */
    record Entry(Argument key, Argument value) implements Value.Receiver {
        @Override
        public Value call(Call call) {
            return switch (call.method()) {
                case "getKey" -> Evaluator.known(key.value(), call.methodSpan());
                case "getValue" -> Evaluator.known(value.value(), call.methodSpan());
                default -> throw call.notUnderstood();
            };
        }
    }

    private record Entries(List<Entry> list) implements Value.Opaque {}

    Variable content() {
        return content;
    }

    void put(Argument key, Argument value, Journal journal) {
        if (content.value() instanceof Entries entries) {
            List<Entry> all = new ArrayList<>(entries.list());
            Optional<Entry> before = find(key, key.span());
            before.ifPresentOrElse(
                    found -> all.set(all.indexOf(found), new Entry(found.key(), value)),
                    () -> all.add(new Entry(key, value)));
            journal.set(content, new Entries(all));
        }
    }

    private List<Entry> entries(Span span) {
        if (content.value() instanceof Entries entries) {
            return entries.list();
        }
        throw new NotUnderstood("the map is not known", span);
    }

    private List<Entry> inOrder(Span span) {
        List<Entry> entries = entries(span);
        if (order == Order.OF_KEYS && entries.stream().allMatch(MapValue::hasText)) {
            return entries.stream().sorted(Comparator.comparing(MapValue::text)).toList();
        }
        if (order != Order.OF_ENTRY && entries.size() > 1) {
            throw new NotUnderstood("the order of the map is not defined", span);
        }
        return entries;
    }

    private static boolean hasText(Entry entry) {
        return entry.key().value() instanceof Value.Text;
    }

    private static String text(Entry entry) {
        return entry.key().text("the key").text();
    }

    /** The same entries in another map. */
    MapValue copiedTo(MapValue target, Span span) {
        target.content.replace(new Entries(target.order == Order.OF_ENTRY ? inOrder(span) : entries(span)));
        return target;
    }

    private Optional<Entry> find(Argument key, Span span) {
        return entries(span).stream()
                .filter(entry -> Arithmetic.same(entry.key().known(), key.known(), span))
                .findFirst();
    }

    Value call(Call call, Frame frame, Run run, Functions functions) {
        Span span = call.methodSpan();
        return switch (call.method()) {
            case "putIfAbsent" -> {
                Optional<Entry> before = find(call.require(2).argument(0), span);
                if (before.isPresent()) {
                    yield Evaluator.known(before.get().value().value(), span);
                }
                put(call.argument(0), call.argument(1), run.journal());
                yield new Value.Null();
            }
            case "put" -> {
                put(call.require(2).argument(0), call.argument(1), run.journal());
                yield new Value.Null();
            }
            case "get" ->
                find(call.require(1).argument(0), span)
                        .map(entry -> Evaluator.known(entry.value().value(), span))
                        .orElseGet(Value.Null::new);
            case "getOrDefault" ->
                find(call.require(2).argument(0), span)
                        .map(entry -> Evaluator.known(entry.value().value(), span))
                        .orElseGet(() -> call.argument(1).known().value());
            case "containsKey" ->
                new Value.Constant(find(call.require(1).argument(0), span).isPresent());
            case "size" -> new Value.Constant(entries(span).size());
            case "isEmpty" -> new Value.Constant(entries(span).isEmpty());
            case "entrySet" ->
                new Sequence(inOrder(span).stream()
                        .map(entry -> new Argument(entry, entry.key().span()))
                        .toList());
            case "keySet" -> new Sequence(inOrder(span).stream().map(Entry::key).toList());
            case "values" ->
                new Sequence(inOrder(span).stream().map(Entry::value).toList());
            case "forEach" -> {
                for (Entry entry : inOrder(span)) {
                    functions.apply(call.require(1).argument(0), List.of(entry.key(), entry.value()), call, frame);
                }
                yield new Value.Nothing();
            }
            default -> throw call.notUnderstood();
        };
    }
}

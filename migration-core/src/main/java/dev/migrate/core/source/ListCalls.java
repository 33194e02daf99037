package dev.migrate.core.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Methods of lists and streams. Streams are read as lists: what jOOQ is told does not depend on laziness. */
final class ListCalls {
    private final Run run;
    private final Calls calls;

    ListCalls(Run run, Calls calls) {
        this.run = run;
        this.calls = calls;
    }

    /** What a loop goes through. */
    static List<Argument> iterated(Argument iterable) {
        if (iterable.value() instanceof OptionalValue || iterable.value() instanceof MapValue) {
            throw new NotUnderstood("the elements are not known", iterable.span());
        }
        return Sequence.elements(iterable.known());
    }

    Value call(Argument receiver, Call call, Frame frame) {
        return changed(receiver, call)
                .or(() -> asked(receiver, call, frame))
                .or(() -> transformed(receiver, call, frame))
                .orElseThrow(call::notUnderstood);
    }

    private Optional<Value> changed(Argument receiver, Call call) {
        if (!(receiver.value() instanceof Sequence list)) {
            return Optional.empty();
        }
        int size = list.now() instanceof Value.Items items ? items.items().size() : 0;
        switch (call.method()) {
            case "add", "addLast" -> {
                int at = call.count() == 2 ? call.argument(0).known().number("the index") : size;
                list.add(at, List.of(call.argument(call.count() - 1)), run.journal());
            }
            case "addFirst", "push" -> list.add(0, List.of(call.require(1).argument(0)), run.journal());
            case "addAll" ->
                list.add(size, Sequence.elements(call.require(1).argument(0).known()), run.journal());
            case "clear" -> run.journal().set(list.content(), new Value.Items(List.of()));
            default -> {
                return Optional.empty();
            }
        }
        return Optional.of(new Value.Constant(true));
    }

    private Optional<Value> asked(Argument receiver, Call call, Frame frame) {
        List<Argument> items = Sequence.elements(receiver);
        return switch (call.method()) {
            case "size" -> Optional.of(new Value.Constant(items.size()));
            case "count" -> Optional.of(new Value.Constant((long) items.size()));
            case "isEmpty" -> Optional.of(new Value.Constant(items.isEmpty()));
            case "get" ->
                Optional.of(element(items, call.require(1).argument(0).known().number("the index"), call));
            case "getFirst" -> Optional.of(element(items, 0, call));
            case "getLast" -> Optional.of(element(items, items.size() - 1, call));
            case "findFirst" -> Optional.of(new OptionalValue(items.stream().findFirst()));
            case "contains" -> Optional.of(new Value.Constant(contains(items, call)));
            case "indexOf" -> Optional.of(new Value.Constant(indexOf(items, call)));
            case "anyMatch" -> Optional.of(new Value.Constant(matching(items, call, frame) > 0));
            case "noneMatch" -> Optional.of(new Value.Constant(matching(items, call, frame) == 0));
            case "allMatch" -> Optional.of(new Value.Constant(matching(items, call, frame) == items.size()));
            case "forEach", "forEachOrdered" -> Optional.of(forEach(items, call, frame));
            case "reduce" -> Optional.of(reduced(items, call, frame));
            case "collect" -> Optional.of(collected(items, call, frame));
            default -> Optional.empty();
        };
    }

    private static Value element(List<Argument> items, int at, Call call) {
        if (at < 0 || at >= items.size()) {
            throw new NotUnderstood("the index is outside the list", call.methodSpan());
        }
        return Evaluator.known(items.get(at).value(), call.methodSpan());
    }

    private static boolean contains(List<Argument> items, Call call) {
        return indexOf(items, call) >= 0;
    }

    private static int indexOf(List<Argument> items, Call call) {
        Argument wanted = call.require(1).argument(0).known();
        for (int at = 0; at < items.size(); at++) {
            if (Arithmetic.same(items.get(at).known(), wanted, call.span())) {
                return at;
            }
        }
        return -1;
    }

    private long matching(List<Argument> items, Call call, Frame frame) {
        return items.stream().filter(item -> holds(item, call, frame)).count();
    }

    private boolean holds(Argument item, Call call, Frame frame) {
        Value result = apply(call.require(1).argument(0), List.of(item), call, frame);
        return new Argument(result, call.argument(0).span()).known().flag("the condition");
    }

    private Value apply(Argument function, List<Argument> arguments, Call call, Frame frame) {
        return calls.functions().apply(function, arguments, call, frame);
    }

    private Value forEach(List<Argument> items, Call call, Frame frame) {
        for (Argument item : items) {
            apply(call.require(1).argument(0), List.of(item), call, frame);
        }
        return new Value.Nothing();
    }

    private Value reduced(List<Argument> items, Call call, Frame frame) {
        if (call.count() < 2) {
            throw call.notUnderstood();
        }
        Argument sum = call.argument(0).known();
        for (Argument item : items) {
            sum = new Argument(apply(call.argument(1), List.of(sum, item), call, frame), sum.span()).known();
        }
        return sum.value();
    }

    private Value collected(List<Argument> items, Call call, Frame frame) {
        if (call.require(1).argument(0).known().value() instanceof JdkStatics.Collector collector) {
            return switch (collector.method()) {
                case "joining" -> joined(items, collector.arguments());
                case "toMap" -> map(items, collector.arguments(), call, frame);
                case "toSet", "toUnmodifiableSet" -> Sequence.unordered(items);
                default -> new Sequence(items);
            };
        }
        throw call.notUnderstood();
    }

    private static Value joined(List<Argument> items, List<Argument> options) {
        Traced separator =
                options.isEmpty() ? Traced.EMPTY : options.get(0).known().text("the separator");
        List<Traced> parts = new ArrayList<>();
        if (options.size() > 1) {
            parts.add(options.get(1).known().text("the prefix"));
        }
        for (int at = 0; at < items.size(); at++) {
            if (at > 0) {
                parts.add(separator);
            }
            parts.add(items.get(at).known().text("the text"));
        }
        if (options.size() > 2) {
            parts.add(options.get(2).known().text("the suffix"));
        }
        return new Value.Text(Traced.concat(parts));
    }

    private Value map(List<Argument> items, List<Argument> functions, Call call, Frame frame) {
        MapValue map = functions.size() == 4 ? MapValue.ordered() : MapValue.unordered();
        for (Argument item : items) {
            Argument key = new Argument(apply(functions.get(0), List.of(item), call, frame), item.span());
            Argument value = new Argument(apply(functions.get(1), List.of(item), call, frame), item.span());
            map.put(key, value, run.journal());
        }
        return map;
    }

    private Optional<Value> transformed(Argument receiver, Call call, Frame frame) {
        List<Argument> items = Sequence.elements(receiver);
        return switch (call.method()) {
            case "stream",
                    "parallelStream",
                    "sequential",
                    "boxed",
                    "toList",
                    "toArray",
                    "clone",
                    "iterator",
                    "asList",
                    "unordered",
                    "onClose" -> Optional.of(new Sequence(items));
            case "map", "mapToObj" -> Optional.of(new Sequence(mapped(items, call, frame)));
            case "flatMap" -> Optional.of(new Sequence(flat(mapped(items, call, frame))));
            case "filter" ->
                Optional.of(new Sequence(
                        items.stream().filter(item -> holds(item, call, frame)).toList()));
            case "takeWhile" ->
                Optional.of(new Sequence(items.stream()
                        .takeWhile(item -> holds(item, call, frame))
                        .toList()));
            case "peek" -> {
                forEach(items, call, frame);
                yield Optional.of(new Sequence(items));
            }
            case "limit" -> Optional.of(new Sequence(items.subList(0, Math.min(items.size(), size(call)))));
            case "skip" -> Optional.of(new Sequence(items.subList(Math.min(items.size(), size(call)), items.size())));
            case "sorted" -> Optional.of(new Sequence(sorted(items, call)));
            case "distinct" -> Optional.of(new Sequence(distinct(items, call)));
            case "subList" -> Optional.of(new Sequence(part(items, call.settled())));
            case "fields" -> Optional.of(new Sequence(items));
            default -> Optional.empty();
        };
    }

    private List<Argument> mapped(List<Argument> items, Call call, Frame frame) {
        List<Argument> mapped = new ArrayList<>();
        for (Argument item : items) {
            mapped.add(new Argument(apply(call.require(1).argument(0), List.of(item), call, frame), item.span()));
        }
        return mapped;
    }

    private static List<Argument> flat(List<Argument> lists) {
        List<Argument> all = new ArrayList<>();
        lists.forEach(list -> all.addAll(Sequence.elements(list.known())));
        return all;
    }

    private static int size(Call call) {
        Value value = call.require(1).argument(0).known().value();
        if (value instanceof Value.Constant constant
                && (constant.boxed() instanceof Integer || constant.boxed() instanceof Long)) {
            return (int) Math.max(0, Math.min(Integer.MAX_VALUE, ((Number) constant.boxed()).longValue()));
        }
        throw call.notUnderstood();
    }

    private static List<Argument> sorted(List<Argument> items, Call call) {
        call.require(0);
        if (!items.stream().allMatch(item -> item.value() instanceof Value.Text)) {
            throw call.notUnderstood();
        }
        return items.stream()
                .sorted(Comparator.comparing(item -> item.text("the text").text()))
                .toList();
    }

    private static List<Argument> distinct(List<Argument> items, Call call) {
        List<Argument> kept = new ArrayList<>();
        for (Argument item : items) {
            if (kept.stream().noneMatch(other -> Arithmetic.same(other.known(), item.known(), call.span()))) {
                kept.add(item);
            }
        }
        return kept;
    }

    private static List<Argument> part(List<Argument> items, Call call) {
        int from = call.require(2).argument(0).number("the index");
        int to = call.argument(1).number("the index");
        if (from < 0 || to > items.size() || from > to) {
            throw call.notUnderstood();
        }
        return items.subList(from, to);
    }
}

package dev.migrate.core.source;

import java.util.List;
import java.util.Optional;

/** An {@code Optional} of which it is known whether it holds something. */
record OptionalValue(Optional<Argument> held) implements Value.Opaque {
    Value call(Call call, Frame frame, Functions functions) {
        return switch (call.method()) {
            case "isPresent" -> new Value.Constant(held.isPresent());
            case "isEmpty" -> new Value.Constant(held.isEmpty());
            case "get", "orElseThrow" ->
                held.orElseThrow(call::notUnderstood).known().value();
            case "orElse" ->
                held.orElseGet(() -> call.require(1).argument(0)).known().value();
            case "orElseGet" ->
                held.isPresent()
                        ? held.get().known().value()
                        : functions.apply(call.require(1).argument(0), List.of(), call, frame);
            case "ifPresent" -> {
                held.ifPresent(value -> functions.apply(call.require(1).argument(0), List.of(value), call, frame));
                yield new Value.Nothing();
            }
            case "map" ->
                new OptionalValue(held.map(value -> new Argument(
                        functions.apply(call.require(1).argument(0), List.of(value), call, frame), value.span())));
            case "filter" ->
                new OptionalValue(held.filter(value -> new Argument(
                                functions.apply(call.require(1).argument(0), List.of(value), call, frame), value.span())
                        .known()
                        .flag("the condition")));
            default -> throw call.notUnderstood();
        };
    }
}

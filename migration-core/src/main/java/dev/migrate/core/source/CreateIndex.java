package dev.migrate.core.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code createIndex(…)} and its steps.
 *
 * @param head the text before what is indexed
 * @param columns what is indexed
 * @param keys the indexed columns, in parentheses; empty before {@code on}
 */
record CreateIndex(
        Traced head, List<Traced> columns, Optional<Traced> keys, Optional<Traced> including, Optional<Traced> where)
        implements JooqStatement {
    static CreateIndex of(Call call, String words) {
        Traced head = call.word(words);
        return new CreateIndex(
                call.count() == 0 ? head : head.then(" ", Span.NONE).then(JooqPart.index(call.argument(0))),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public Traced sql() {
        Traced text = head.then(keys.orElseThrow(() -> new NotUnderstood("the index has no table", Span.NONE)));
        if (including.isPresent()) {
            text = text.then(" include ", Span.NONE).then(including.get());
        }
        return where.isEmpty() ? text : text.then(" where ", Span.NONE).then(where.get());
    }

    @Override
    public Value call(Call call) {
        return switch (call.method()) {
            case "on" -> on(call);
            case "include" ->
                new CreateIndex(head, columns, keys, Optional.of(JooqPart.columns(call.spread(0))), where);
            case "where" -> new CreateIndex(head, columns, keys, including, Optional.of(condition(call)));
            case "excludeNullKeys" -> excludeNullKeys(call);
            default -> throw call.notUnderstood();
        };
    }

    private CreateIndex on(Call call) {
        Traced table = JooqPart.table(call.argument(0));
        List<Argument> given = call.spread(1);
        if (given.isEmpty()) {
            throw call.notUnderstood();
        }
        return new CreateIndex(
                head.then(call.word(" on ")).then(table),
                given.stream().map(JooqPart::column).toList(),
                Optional.of(JooqPart.columns(given)),
                including,
                where);
    }

    private static Traced condition(Call call) {
        return DslFunctions.conditions(call).sql();
    }

    /** The condition names the columns without their order. */
    private CreateIndex excludeNullKeys(Call call) {
        List<Traced> plain = new ArrayList<>();
        for (Traced column : columns) {
            String text = column.text();
            if (text.contains(" ") && !text.endsWith(" asc") && !text.endsWith(" desc")) {
                throw call.notUnderstood();
            }
            plain.add(text.contains(" ") ? column.sub(0, text.lastIndexOf(' ')) : column);
        }
        if (plain.isEmpty()) {
            throw call.notUnderstood();
        }
        Traced row = plain.size() == 1 ? plain.get(0) : Traced.join(", ", plain).enclosed();
        return new CreateIndex(head, columns, keys, including, Optional.of(row.then(call.word(" is not null"))));
    }
}

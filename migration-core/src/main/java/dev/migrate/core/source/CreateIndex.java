package dev.migrate.core.source;

import java.util.List;
import java.util.Optional;

/**
 * {@code createIndex(…)} and its steps.
 *
 * @param head the text before what is indexed
 * @param keys the indexed columns, in parentheses; empty before {@code on}
 */
record CreateIndex(Traced head, Optional<Traced> keys, Optional<Traced> including, Optional<Traced> where)
        implements JooqStatement {
    static CreateIndex of(Call call, String words) {
        Traced head = call.word(words);
        return new CreateIndex(
                call.count() == 0 ? head : head.then(" ", Span.NONE).then(JooqPart.index(call.argument(0))),
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
            case "include" -> new CreateIndex(head, keys, Optional.of(JooqPart.columns(call.spread(0))), where);
            case "where" -> new CreateIndex(head, keys, including, Optional.of(condition(call)));
            case "excludeNullKeys" -> excludeNullKeys(call);
            default -> throw call.notUnderstood();
        };
    }

    private CreateIndex on(Call call) {
        Traced table = JooqPart.table(call.argument(0));
        List<Argument> columns = call.spread(1);
        if (columns.isEmpty()) {
            throw call.notUnderstood();
        }
        return new CreateIndex(
                head.then(call.word(" on ")).then(table), Optional.of(JooqPart.columns(columns)), including, where);
    }

    private static Traced condition(Call call) {
        if (call.require(1).argument(0).value() instanceof Value.Text) {
            return DslFunctions.plainSql(call.argument(0)).enclosed();
        }
        return JooqSql.condition(call.argument(0)).sql();
    }

    private CreateIndex excludeNullKeys(Call call) {
        Traced all = keys.orElseThrow(call::notUnderstood);
        boolean one = !all.text().contains(", ");
        Traced row = one ? all.sub(1, all.text().length() - 1) : all;
        return new CreateIndex(head, keys, including, Optional.of(row.then(call.word(" is not null"))));
    }
}

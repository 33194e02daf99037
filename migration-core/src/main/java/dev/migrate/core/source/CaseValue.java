package dev.migrate.core.source;

import java.util.Optional;

/**
 * A CASE of jOOQ's.
 *
 * @param head all before the END
 * @param complete whether it has a branch, so that it is an expression
 */
record CaseValue(JooqSql head, boolean complete, Optional<JooqType> type) implements Value.Receiver {
    static Value of(Call call) {
        return call.count() == 0
                ? new CaseValue(JooqSql.of(call.word("case")), false, Optional.empty())
                : new CaseValue(
                        JooqSql.composed(
                                call.word("case "),
                                JooqSql.expression(call.require(1).argument(0))),
                        false,
                        Optional.empty());
    }

    static Value begun(Call call) {
        return new CaseValue(JooqSql.of(call.word("case")), false, Optional.empty()).call(call);
    }

    @Override
    public Value call(Call call) {
        return switch (call.method()) {
            case "when" -> {
                JooqSql then = JooqSql.expression(call.require(2).argument(1));
                yield new CaseValue(
                        JooqSql.composed(head, " when ", JooqSql.expression(call.argument(0)), " then ", then),
                        true,
                        then.type());
            }
            case "otherwise", "else_" -> {
                JooqSql all = JooqSql.composed(
                        head, " else ", JooqSql.expression(call.require(1).argument(0)), " end");
                yield type.map(all::typed).orElse(all);
            }
            case "end" -> ended();
            default -> {
                if (!complete) {
                    throw call.notUnderstood();
                }
                yield ended().call(call);
            }
        };
    }

    private JooqSql ended() {
        JooqSql all = JooqSql.composed(head, " end");
        return type.map(all::typed).orElse(all);
    }
}

package dev.migrate.core.source;

import java.util.Optional;

/**
 * {@code sql(…)} and its options.
 *
 * @param unfinished whether it runs outside a transaction and cannot tell yet whether it is done
 */
record SqlStepValue(Traced text, Optional<String> down, Optional<String> doneWhen, boolean unfinished)
        implements Value.Receiver {
    static SqlStepValue of(Call call) {
        return new SqlStepValue(call.require(1).argument(0).text("the SQL"), Optional.empty(), Optional.empty(), false);
    }

    @Override
    public Value call(Call call) {
        return switch (call.method()) {
            case "down" -> new SqlStepValue(text, Optional.of(sql(call)), doneWhen, unfinished);
            case "outsideTransaction" -> new SqlStepValue(text, down, doneWhen, true);
            case "doneWhen" -> new SqlStepValue(text, down, Optional.of(sql(call)), false);
            default -> throw call.notUnderstood();
        };
    }

    private static String sql(Call call) {
        return call.require(1).argument(0).text("the SQL").text();
    }
}

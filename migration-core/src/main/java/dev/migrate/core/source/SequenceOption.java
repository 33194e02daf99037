package dev.migrate.core.source;

import java.util.List;
import java.util.Optional;

/**
 * An option of a sequence.
 *
 * @param createOrder where jOOQ writes it in CREATE SEQUENCE, whatever the order of the calls
 * @param alterOrder where jOOQ writes it in ALTER SEQUENCE
 */
record SequenceOption(Traced sql, int createOrder, int alterOrder) {
    private static final List<String> CREATE = List.of("start", "increment", "minvalue", "maxvalue", "cycle", "cache");
    private static final List<String> ALTER =
            List.of("increment", "minvalue", "maxvalue", "start", "restart", "cache", "cycle");

    static Optional<SequenceOption> created(Call call) {
        return switch (call.method()) {
            case "noCache" -> Optional.of(of("cache", Traced.EMPTY));
            case "restart", "restartWith" -> Optional.empty();
            default -> altered(call);
        };
    }

    static Optional<SequenceOption> altered(Call call) {
        return switch (call.method()) {
            case "startWith" -> Optional.of(valued("start", " start with ", call));
            case "restartWith" -> Optional.of(valued("restart", " restart with ", call));
            case "restart" -> Optional.of(of("restart", call.require(0).word(" restart")));
            case "incrementBy" -> Optional.of(valued("increment", " increment by ", call));
            case "minvalue" -> Optional.of(valued("minvalue", " minvalue ", call));
            case "maxvalue" -> Optional.of(valued("maxvalue", " maxvalue ", call));
            case "noMinvalue" -> Optional.of(of("minvalue", call.require(0).word(" no minvalue")));
            case "noMaxvalue" -> Optional.of(of("maxvalue", call.require(0).word(" no maxvalue")));
            case "cycle" -> Optional.of(of("cycle", call.require(0).word(" cycle")));
            case "noCycle" -> Optional.of(of("cycle", call.require(0).word(" no cycle")));
            case "cache" -> Optional.of(valued("cache", " cache ", call));
            case "noCache" -> Optional.of(of("cache", call.require(0).word(" cache 1")));
            default -> Optional.empty();
        };
    }

    private static SequenceOption valued(String kind, String words, Call call) {
        return of(kind, call.word(words).then(JooqSql.value(call.require(1).argument(0))));
    }

    private static SequenceOption of(String kind, Traced sql) {
        return new SequenceOption(sql, CREATE.indexOf(kind), ALTER.indexOf(kind));
    }
}

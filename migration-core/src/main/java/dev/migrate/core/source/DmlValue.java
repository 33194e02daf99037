package dev.migrate.core.source;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An INSERT, UPDATE, DELETE or MERGE of jOOQ's. Of these only the table and the verb are read: what is written into the
 * rows may be anything.
 *
 * @param head the first words with the table; empty after {@code with(…)}, until the verb is named
 */
record DmlValue(Optional<Traced> head, String rest) implements Value.Opaque {
    private static final Map<String, String> VERBS = Map.ofEntries(
            Map.entry("insertInto", "insert into "),
            Map.entry("insertQuery", "insert into "),
            Map.entry("loadInto", "insert into "),
            Map.entry("update", "update "),
            Map.entry("updateQuery", "update "),
            Map.entry("deleteFrom", "delete from "),
            Map.entry("delete", "delete from "),
            Map.entry("deleteQuery", "delete from "),
            Map.entry("mergeInto", "merge into "));

    private static final Map<String, String> RESTS = Map.of(
            "insert into ", " default values",
            "update ", " set \"…\" = default",
            "delete from ", "",
            "merge into ", " using \"…\" on true when matched then do nothing");

    private static final Set<String> NO_STATEMENT =
            Set.of("getSQL", "toString", "getBindValues", "fetch", "fetchOne", "fetchAny", "fetchOptional");

    static boolean begins(String method) {
        return VERBS.containsKey(method) || method.equals("with") || method.equals("withRecursive");
    }

    static Value of(Call call) {
        String verb = VERBS.get(call.method());
        if (verb == null) {
            return new DmlValue(Optional.empty(), "");
        }
        Argument table = call.argument(0).known().now();
        return new DmlValue(
                Optional.of(call.word(verb).then(JooqPart.plainTable(table))), RESTS.getOrDefault(verb, ""));
    }

    /** Whatever else it is told, it stays what it is. */
    Value call(Call call) {
        if (head.isEmpty() && VERBS.containsKey(call.method())) {
            return of(call);
        }
        return head.isPresent() && NO_STATEMENT.contains(call.method())
                ? new Value.Unknown("what " + call.method() + " gives is not known", call.methodSpan())
                : this;
    }

    JooqStatement statement(Call call) {
        return JooqStatement.Finished.of(head.orElseThrow(call::notUnderstood).then(rest, Span.NONE));
    }
}

package dev.migrate.core.source;

import java.util.List;
import java.util.Map;

/** Statements on views and materialized views. */
final class JooqViews {
    private static final Map<String, String> CREATES = Map.of(
            "createView", "create view ",
            "createViewIfNotExists", "create view ",
            "createOrReplaceView", "create or replace view ",
            "createMaterializedView", "create materialized view ",
            "createMaterializedViewIfNotExists", "create materialized view ",
            "createOrReplaceMaterializedView", "create or replace materialized view ");

    /** jOOQ writes two spaces before the name. */
    private static final Map<String, String> ALTERS = Map.of(
            "alterView", "alter view  ",
            "alterViewIfExists", "alter view  if exists ",
            "alterMaterializedView", "alter materialized view  ",
            "alterMaterializedViewIfExists", "alter materialized view  if exists ");

    private JooqViews() {}

    static boolean begins(String method) {
        return CREATES.containsKey(method) || ALTERS.containsKey(method);
    }

    static Value call(Call call) {
        Traced name = JooqPart.table(call.argument(0));
        List<Argument> columns = call.spread(1);
        Traced list = columns.isEmpty() ? Traced.EMPTY : JooqPart.columns(columns);
        String words = CREATES.get(call.method());
        return words != null
                ? new Create(call.method(), call.word(words).then(name).then(list))
                : new Alter(call, name, list);
    }

    private static Traced query(Call call) {
        Argument first = call.argument(0);
        if (first.value() instanceof JooqSelect select) {
            return select.expression().full();
        }
        if (first.value() instanceof JooqStatement.Raw raw) {
            return raw.sql();
        }
        return Templates.rendered(first, call.arguments().subList(1, call.count()), call);
    }

    private record Create(String method, Traced head) implements JooqStatement.Begun {
        @Override
        public Value call(Call call) {
            if (!call.method().equals("as")) {
                throw call.notUnderstood();
            }
            Traced statement = head.then(call.word(" as ")).then(query(call));
            return JooqStatement.Finished.of(JooqObjects.passingOver(method, statement));
        }
    }

    private record Alter(Call begun, Traced name, Traced columns) implements JooqStatement.Begun {
        @Override
        public Value call(Call call) {
            boolean materialized = begun.method().contains("Materialized");
            String view = materialized ? "materialized view " : "view ";
            return switch (call.method()) {
                case "renameTo" ->
                    JooqStatement.Finished.of(begun.word(ALTERS.getOrDefault(begun.method(), ""))
                            .then(name)
                            .then(call.word(" rename to "))
                            .then(JooqPart.tableLast(call.require(1).argument(0))));
                case "comment" ->
                    JooqStatement.Finished.of(call.word("comment on " + view)
                            .then(name)
                            .then(" is ", Span.NONE)
                            .then(JooqSql.literal(call.require(1).argument(0))));
                case "as" -> recreated(view, call);
                default -> throw call.notUnderstood();
            };
        }

        private Value recreated(String view, Call call) {
            if (begun.method().endsWith("IfExists")) {
                throw call.notUnderstood();
            }
            return JooqStatement.Finished.of(Traced.of("do $$ begin drop " + view, Span.NONE)
                    .then(name)
                    .then("; create " + view, Span.NONE)
                    .then(name)
                    .then(columns)
                    .then(call.word(" as "))
                    .then(query(call))
                    .then("; end; $$", Span.NONE));
        }
    }
}

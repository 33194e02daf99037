package dev.migrate.core.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The static methods of {@code org.jooq.impl.DSL} that a migration is made of. */
final class DslFunctions {
    private static final Map<String, String> CREATE_TABLE = Map.of(
            "createTable", "create table ",
            "createTableIfNotExists", "create table if not exists ",
            "createTemporaryTable", "create temporary table ",
            "createTemporaryTableIfNotExists", "create temporary table if not exists ",
            "createGlobalTemporaryTable", "create temporary table ",
            "createGlobalTemporaryTableIfNotExists", "create temporary table if not exists ");

    private static final Map<String, String> CREATE_INDEX = Map.of(
            "createIndex", "create index",
            "createIndexIfNotExists", "create index if not exists",
            "createUniqueIndex", "create unique index",
            "createUniqueIndexIfNotExists", "create unique index if not exists");

    private static final Map<String, String> DROP_TABLE = Map.of(
            "dropTable", "drop table ",
            "dropTableIfExists", "drop table if exists ",
            "dropTemporaryTable", "drop table ",
            "dropTemporaryTableIfExists", "drop table if exists ");

    private static final Set<String> STATEMENTS = Set.of(
            "alterTable",
            "alterTableIfExists",
            "alterIndex",
            "alterIndexIfExists",
            "dropIndex",
            "dropIndexIfExists",
            "truncate",
            "truncateTable",
            "commentOnTable",
            "commentOnView",
            "commentOnMaterializedView",
            "commentOnColumn");

    private static final Set<String> CONSTRAINTS = Set.of(
            "using", "constraint", "primaryKey", "unique", "foreignKey", "check", "query", "resultQuery", "asterisk");

    private DslFunctions() {}

    /** Whether a method of jOOQ's context begins a statement that changes the schema. */
    static boolean begins(String method) {
        return CREATE_TABLE.containsKey(method)
                || CREATE_INDEX.containsKey(method)
                || DROP_TABLE.containsKey(method)
                || STATEMENTS.contains(method)
                || JooqObjects.begins(method)
                || JooqViews.begins(method);
    }

    /** Whether this class reads the method. */
    static boolean knows(String method) {
        return begins(method)
                || DslNames.knows(method)
                || DslExpressions.knows(method)
                || JooqSelect.begins(method)
                || DmlValue.begins(method)
                || CONSTRAINTS.contains(method);
    }

    static Value call(Call call) {
        String method = call.method();
        if (CREATE_TABLE.containsKey(method)) {
            return CreateTable.of(call, CREATE_TABLE.getOrDefault(method, ""));
        }
        if (CREATE_INDEX.containsKey(method)) {
            return CreateIndex.of(call, CREATE_INDEX.getOrDefault(method, ""));
        }
        if (DROP_TABLE.containsKey(method)) {
            return dropTable(call, DROP_TABLE.getOrDefault(method, ""));
        }
        if (DslNames.knows(method)) {
            return DslNames.call(call);
        }
        if (DslExpressions.knows(method)) {
            return DslExpressions.call(call);
        }
        if (JooqObjects.begins(method)) {
            return JooqObjects.call(call);
        }
        if (JooqViews.begins(method)) {
            return JooqViews.call(call);
        }
        return JooqSelect.begins(method) ? JooqSelect.of(call) : other(call);
    }

    private static Value other(Call call) {
        return switch (call.method()) {
            case "alterTable" -> AlterTable.of(call, "alter table ");
            case "alterTableIfExists" -> AlterTable.of(call, "alter table if exists ");
            case "alterIndex" -> new AlterIndex(call, call.word("alter index "), Traced.EMPTY, index(call));
            case "alterIndexIfExists" ->
                new AlterIndex(call, call.word("alter index if exists "), Traced.EMPTY, index(call));
            case "dropIndex" -> new DropIndex(call.word("drop index ").then(index(call)));
            case "dropIndexIfExists" ->
                new DropIndex(call.word("drop index if exists ").then(index(call)));
            case "truncate", "truncateTable" -> truncate(call);
            case "commentOnTable" ->
                commentOn("table ", JooqPart.table(call.require(1).argument(0)), call);
            case "commentOnView" ->
                commentOn("view ", JooqPart.table(call.require(1).argument(0)), call);
            case "commentOnMaterializedView" ->
                commentOn("materialized view ", JooqPart.table(call.require(1).argument(0)), call);
            case "commentOnColumn" ->
                commentOn("column ", column(call.require(1).argument(0)), call);
            case "constraint" -> Constraints.named(call);
            case "primaryKey", "unique", "foreignKey", "check" -> Constraints.begin(Optional.empty(), call);
            case "query", "resultQuery" ->
                JooqStatement.Raw.of(
                        Templates.rendered(call.argument(0), call.arguments().subList(1, call.count()), call));
            case "asterisk" -> JooqSql.of(call.require(0).word("*"));
            default -> throw call.notUnderstood();
        };
    }

    private static Value commentOn(String object, Traced name, Call call) {
        return new Comment(call.word("comment on " + object).then(name));
    }

    /** A column with its table. */
    private static Traced column(Argument argument) {
        return argument.value() instanceof JooqSql field
                ? field.full()
                : JooqPart.name(argument, "column").qualified();
    }

    /** SQL that the author wrote without values for it. */
    static Traced plainSql(Argument argument) {
        return Templates.rendered(
                argument, List.of(), new Call("", argument.span(), List.of(argument), argument.span()));
    }

    /** The conditions of a WHERE: a template with its values, or conditions that must all hold. */
    static JooqSql conditions(Call call) {
        Argument first = call.argument(0);
        boolean template = first.value() instanceof Value.Text || first.value() instanceof JooqPart.Sql;
        if (template) {
            return JooqSql.plain(Templates.rendered(first, call.arguments().subList(1, call.count()), call));
        }
        List<JooqSql> all = call.spread(0).stream()
                .map(JooqSql::condition)
                .filter(condition -> !condition.sql().text().isEmpty())
                .toList();
        if (all.isEmpty()) {
            return JooqSql.of(call.word("true"));
        }
        return all.size() == 1 ? all.get(0) : JooqSql.compound(JooqSql.Connective.AND, all);
    }

    private static Traced index(Call call) {
        return JooqPart.index(call.require(1).argument(0));
    }

    private static Value dropTable(Call call, String words) {
        return new JooqStatement.Finished(
                call.word(words).then(JooqPart.table(call.require(1).argument(0))),
                List.of(),
                JooqStatement.Finished.CASCADE);
    }

    /** jOOQ takes the text of {@code truncate} as plain SQL. */
    private static Value truncate(Call call) {
        List<Traced> tables = call.spread(0).stream().map(JooqPart::plainTable).toList();
        if (tables.isEmpty()) {
            throw call.notUnderstood();
        }
        return new JooqStatement.Finished(
                call.word("truncate table ").then(Traced.join(", ", tables)),
                List.of(),
                Map.of(
                        "cascade", " cascade",
                        "restrict", " restrict",
                        "restartIdentity", " restart identity",
                        "continueIdentity", " continue identity"));
    }

    private record AlterIndex(Call begun, Traced head, Traced table, Traced index) implements JooqStatement.Begun {
        @Override
        public Value call(Call call) {
            return switch (call.method()) {
                case "on" ->
                    new AlterIndex(
                            begun,
                            head,
                            JooqPart.table(call.require(1).argument(0)).then(".", Span.NONE),
                            index);
                case "renameTo" ->
                    JooqStatement.Finished.of(head.then(table)
                            .then(index)
                            .then(call.word(" rename to "))
                            .then(JooqPart.index(call.require(1).argument(0))));
                default -> throw call.notUnderstood();
            };
        }
    }

    private record DropIndex(Traced sql) implements JooqStatement {
        @Override
        public Value call(Call call) {
            JooqStatement.Finished ended = new JooqStatement.Finished(sql, List.of(), JooqStatement.Finished.CASCADE);
            return call.method().equals("on") ? ended : ended.call(call);
        }
    }

    private record Comment(Traced head) implements JooqStatement.Begun {
        @Override
        public Value call(Call call) {
            if (!call.method().equals("is")) {
                throw call.notUnderstood();
            }
            return JooqStatement.Finished.of(head.then(" is ", Span.NONE)
                    .then(JooqSql.literal(call.require(1).argument(0))));
        }
    }
}

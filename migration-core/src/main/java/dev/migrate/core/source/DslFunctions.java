package dev.migrate.core.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The static methods of {@code org.jooq.impl.DSL} that a migration is made of. */
final class DslFunctions {
    private static final Map<String, String> EXPRESSIONS = Map.ofEntries(
            Map.entry("now", "current_timestamp"),
            Map.entry("currentTimestamp", "current_timestamp"),
            Map.entry("currentLocalDateTime", "current_timestamp"),
            Map.entry("currentOffsetDateTime", "cast(current_timestamp as timestamp with time zone)"),
            Map.entry("currentInstant", "cast(current_timestamp as timestamp with time zone)"),
            Map.entry("currentDate", "current_date"),
            Map.entry("currentLocalDate", "current_date"),
            Map.entry("currentTime", "current_time"),
            Map.entry("currentLocalTime", "current_time"),
            Map.entry("currentOffsetTime", "cast(current_time as time with time zone)"),
            Map.entry("currentUser", "current_user"),
            Map.entry("rand", "random()"),
            Map.entry("uuid", "gen_random_uuid()"));

    private static final Map<String, String> FUNCTIONS = Map.of(
            "lower",
            "lower",
            "upper",
            "upper",
            "trim",
            "trim",
            "length",
            "char_length",
            "charLength",
            "char_length",
            "coalesce",
            "coalesce");

    /** Statements that only name what they drop, create or empty, and how the name is written. */
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

    private DslFunctions() {}

    /** Whether a method of jOOQ's context begins a statement that changes the schema. */
    static boolean begins(String method) {
        return CREATE_TABLE.containsKey(method)
                || CREATE_INDEX.containsKey(method)
                || DROP_TABLE.containsKey(method)
                || STATEMENTS.contains(method);
    }

    private static final java.util.Set<String> STATEMENTS = java.util.Set.of(
            "alterTable",
            "alterTableIfExists",
            "alterIndex",
            "alterIndexIfExists",
            "dropIndex",
            "dropIndexIfExists",
            "truncate",
            "truncateTable",
            "commentOnTable",
            "commentOnColumn");

    /** Whether this class reads the method. */
    static boolean knows(String method) {
        return EXPRESSIONS.containsKey(method)
                || FUNCTIONS.containsKey(method)
                || CREATE_TABLE.containsKey(method)
                || CREATE_INDEX.containsKey(method)
                || DROP_TABLE.containsKey(method)
                || DslNames.knows(method)
                || OTHERS.contains(method);
    }

    private static final List<String> OTHERS = List.of(
            "alterTable",
            "alterTableIfExists",
            "alterIndex",
            "alterIndexIfExists",
            "dropIndex",
            "dropIndexIfExists",
            "truncate",
            "truncateTable",
            "commentOnTable",
            "commentOnColumn",
            "constraint",
            "primaryKey",
            "unique",
            "foreignKey",
            "check",
            "val",
            "value",
            "inline",
            "not",
            "and",
            "or");

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
        if (EXPRESSIONS.containsKey(method) && call.count() == 0) {
            return JooqSql.of(call.word(EXPRESSIONS.getOrDefault(method, "")));
        }
        if (FUNCTIONS.containsKey(method)) {
            return function(call, FUNCTIONS.getOrDefault(method, ""));
        }
        return DslNames.knows(method) ? DslNames.call(call) : other(call);
    }

    private static Value other(Call call) {
        return switch (call.method()) {
            case "alterTable" -> AlterTable.of(call, "alter table ");
            case "alterTableIfExists" -> AlterTable.of(call, "alter table if exists ");
            case "alterIndex" -> new RenameIndex(call.word("alter index ").then(index(call)));
            case "alterIndexIfExists" ->
                new RenameIndex(call.word("alter index if exists ").then(index(call)));
            case "dropIndex" -> new DropIndex(call.word("drop index ").then(index(call)));
            case "dropIndexIfExists" ->
                new DropIndex(call.word("drop index if exists ").then(index(call)));
            case "truncate", "truncateTable" -> truncate(call);
            case "commentOnTable" -> new Comment(call.word("comment on table ").then(JooqPart.table(call.argument(0))));
            case "commentOnColumn" ->
                new Comment(call.word("comment on column ")
                        .then(JooqPart.name(call.argument(0), "column").qualified()));
            case "constraint" -> Constraints.named(call);
            case "primaryKey", "unique", "foreignKey", "check" -> Constraints.begin(Optional.empty(), call);
            case "val", "value", "inline" -> JooqSql.of(JooqSql.literal(call.argument(0)));
            case "not" -> JooqSql.negated(JooqSql.condition(call.require(1).argument(0)));
            case "and" -> compound(call, JooqSql.Connective.AND);
            case "or" -> compound(call, JooqSql.Connective.OR);
            default -> throw call.notUnderstood();
        };
    }

    /** SQL that the author wrote; a text with bind values is jOOQ's to fill in. */
    static Traced plainSql(Argument argument) {
        Traced text = argument.text("the SQL");
        if (text.text().contains("{")) {
            throw new NotUnderstood("the SQL has place holders of jOOQ's", argument.span());
        }
        return text;
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
        Argument table = call.require(1).argument(0);
        Traced name = table.value() instanceof Value.Text ? plainSql(table) : JooqPart.table(table);
        return new JooqStatement.Finished(
                call.word("truncate table ").then(name),
                List.of(),
                Map.of(
                        "cascade", " cascade",
                        "restrict", " restrict",
                        "restartIdentity", " restart identity",
                        "continueIdentity", " continue identity"));
    }

    private static Value function(Call call, String name) {
        List<Traced> values = call.spread(0).stream().map(JooqSql::value).toList();
        if (values.isEmpty()) {
            throw call.notUnderstood();
        }
        return JooqSql.of(call.word(name).then(Traced.join(", ", values).enclosed()));
    }

    private static Value compound(Call call, JooqSql.Connective connective) {
        List<JooqSql> parts = new ArrayList<>();
        call.spread(0).forEach(part -> parts.add(JooqSql.condition(part)));
        if (parts.size() < 2) {
            throw call.notUnderstood();
        }
        return JooqSql.compound(connective, parts);
    }

    private record RenameIndex(Traced head) implements JooqStatement.Begun {
        @Override
        public Value call(Call call) {
            if (!call.method().equals("renameTo")) {
                throw call.notUnderstood();
            }
            return JooqStatement.Finished.of(head.then(call.word(" rename to "))
                    .then(JooqPart.index(call.require(1).argument(0))));
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

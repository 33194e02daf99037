package dev.migrate.core.source;

import dev.migrate.core.source.JooqSql.Connective;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The methods of {@code DSL} that make expressions and conditions. */
final class DslExpressions {
    /** Without arguments: the text and the type. */
    private static final Map<String, List<String>> CONSTANTS = Map.ofEntries(
            Map.entry("now", List.of("current_timestamp", "TIMESTAMP")),
            Map.entry("currentTimestamp", List.of("current_timestamp", "TIMESTAMP")),
            Map.entry("currentLocalDateTime", List.of("current_timestamp", "LOCALDATETIME")),
            Map.entry(
                    "currentOffsetDateTime",
                    List.of("cast(current_timestamp as timestamp with time zone)", "OFFSETDATETIME")),
            Map.entry("currentInstant", List.of("cast(current_timestamp as timestamp with time zone)", "INSTANT")),
            Map.entry("currentDate", List.of("current_date", "DATE")),
            Map.entry("currentLocalDate", List.of("current_date", "LOCALDATE")),
            Map.entry("currentTime", List.of("current_time", "TIME")),
            Map.entry("currentLocalTime", List.of("current_time", "LOCALTIME")),
            Map.entry("currentOffsetTime", List.of("cast(current_time as time with time zone)", "OFFSETTIME")),
            Map.entry("currentUser", List.of("current_user", "VARCHAR")),
            Map.entry("currentSchema", List.of("current_schema", "VARCHAR")),
            Map.entry("currentCatalog", List.of("current_database()", "VARCHAR")),
            Map.entry("rand", List.of("random()", "NUMERIC")),
            Map.entry("uuid", List.of("gen_random_uuid()", "UUID")),
            Map.entry("trueCondition", List.of("true", "BOOLEAN")),
            Map.entry("falseCondition", List.of("false", "BOOLEAN")),
            Map.entry("noCondition", List.of("", "BOOLEAN")),
            Map.entry("count", List.of("count(*)", "INTEGER")),
            Map.entry("defaultValue", List.of("default", "OTHER")));

    /** Functions of which each argument is written as it is, and the type of the result; none for the first's. */
    private static final Map<String, List<String>> FUNCTIONS = Map.ofEntries(
            Map.entry("lower", List.of("lower", "VARCHAR")),
            Map.entry("upper", List.of("upper", "VARCHAR")),
            Map.entry("trim", List.of("trim", "VARCHAR")),
            Map.entry("ltrim", List.of("ltrim", "VARCHAR")),
            Map.entry("rtrim", List.of("rtrim", "VARCHAR")),
            Map.entry("length", List.of("char_length", "INTEGER")),
            Map.entry("charLength", List.of("char_length", "INTEGER")),
            Map.entry("octetLength", List.of("octet_length", "INTEGER")),
            Map.entry("md5", List.of("md5", "VARCHAR")),
            Map.entry("left", List.of("left", "VARCHAR")),
            Map.entry("right", List.of("right", "VARCHAR")),
            Map.entry("replace", List.of("replace", "VARCHAR")),
            Map.entry("substring", List.of("substring", "VARCHAR")),
            Map.entry("abs", List.of("abs", "")),
            Map.entry("round", List.of("round", "")),
            Map.entry("greatest", List.of("greatest", "")),
            Map.entry("least", List.of("least", "")),
            Map.entry("nullif", List.of("nullif", "")),
            Map.entry("coalesce", List.of("coalesce", "")),
            Map.entry("max", List.of("max", "")),
            Map.entry("min", List.of("min", "")),
            Map.entry("sum", List.of("sum", "NUMERIC")),
            Map.entry("avg", List.of("avg", "NUMERIC")),
            Map.entry("count", List.of("count", "INTEGER")));

    private static final Set<String> OTHERS = Set.of(
            "val",
            "value",
            "inline",
            "not",
            "and",
            "or",
            "concat",
            "cast",
            "exists",
            "notExists",
            "countDistinct",
            "when",
            "case_",
            "function",
            "date",
            "localDate",
            "timestamp",
            "localDateTime",
            "array");

    private DslExpressions() {}

    static boolean knows(String method) {
        return CONSTANTS.containsKey(method) || FUNCTIONS.containsKey(method) || OTHERS.contains(method);
    }

    static Value call(Call call) {
        List<String> constant = CONSTANTS.get(call.method());
        if (constant != null && call.count() == 0) {
            return JooqSql.of(call.word(constant.get(0))).typed(constant.get(1));
        }
        List<String> function = FUNCTIONS.get(call.method());
        if (function != null) {
            return function(function, call);
        }
        return switch (call.method()) {
            case "val", "value", "inline" -> value(call);
            case "not" -> negated(call.require(1).argument(0));
            case "and" -> compound(call, Connective.AND);
            case "or" -> compound(call, Connective.OR);
            case "concat" -> concatenated(call.spread(0), call);
            case "cast" -> SqlCalls.cast(JooqSql.expression(call.require(2).argument(0)), call.argument(1));
            case "exists" -> exists("exists ", call);
            case "notExists" -> exists("not exists ", call);
            case "countDistinct" ->
                JooqSql.composed(
                                "count(distinct ",
                                JooqSql.expression(call.require(1).argument(0)),
                                ")")
                        .typed("INTEGER");
            case "when" -> CaseValue.begun(call);
            case "case_" -> CaseValue.of(call);
            case "function" -> named(call);
            case "currentTimestamp", "now" ->
                JooqSql.of(call.word("current_timestamp("
                                + call.require(1).argument(0).number("the precision") + ")"))
                        .typed("TIMESTAMP");
            default -> throw call.notUnderstood();
        };
    }

    private static Value value(Call call) {
        if (call.count() == 2) {
            return LiteralText.converted(call.argument(0), DslNames.type(call.argument(1)));
        }
        return JooqSql.expression(call.require(1).argument(0));
    }

    /** jOOQ encloses what may be more than one word. */
    private static Value negated(Argument condition) {
        return JooqSql.negated(JooqSql.condition(condition));
    }

    private static Value function(List<String> function, Call call) {
        List<JooqSql> arguments =
                call.spread(0).stream().map(JooqSql::expression).toList();
        if (arguments.isEmpty()) {
            throw call.notUnderstood();
        }
        JooqSql result = JooqSql.composed(call.word(function.get(0) + "("), JooqSql.joined(", ", arguments), ")");
        Optional<JooqType> type = function.get(1).isEmpty() ? arguments.get(0).type() : JooqType.named(function.get(1));
        return type.map(result::typed).orElse(result);
    }

    private static Value compound(Call call, Connective connective) {
        List<JooqSql> parts = new ArrayList<>();
        for (Argument part : call.spread(0)) {
            JooqSql condition = JooqSql.condition(part);
            if (!condition.sql().text().isEmpty()) {
                parts.add(condition);
            }
        }
        if (parts.isEmpty()) {
            throw call.notUnderstood();
        }
        return parts.size() == 1 ? parts.get(0) : JooqSql.compound(connective, parts);
    }

    private static Value concatenated(List<Argument> parts, Call call) {
        if (parts.isEmpty()) {
            throw call.notUnderstood();
        }
        return SqlCalls.concatenated(JooqSql.expression(parts.get(0)), parts.subList(1, parts.size()));
    }

    private static Value exists(String words, Call call) {
        if (call.require(1).argument(0).value() instanceof JooqSelect select) {
            return JooqSql.composed(call.word(words), select.expression().enclosed());
        }
        throw call.notUnderstood();
    }

    private static Value named(Call call) {
        Argument name = call.argument(0);
        Traced sql = name.value() instanceof JooqPart.Name given ? given.qualified() : DslFunctions.plainSql(name);
        JooqType type = DslNames.type(call.argument(1));
        List<JooqSql> arguments =
                call.spread(2).stream().map(JooqSql::expression).toList();
        return JooqSql.composed(sql, "(", JooqSql.joined(", ", arguments), ")").typed(type);
    }
}

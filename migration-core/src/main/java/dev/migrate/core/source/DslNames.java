package dev.migrate.core.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The methods of {@code DSL} that name things: names, tables, fields, conditions in plain SQL. */
final class DslNames {
    private static final Set<String> METHODS = Set.of(
            "name",
            "quotedName",
            "unquotedName",
            "table",
            "field",
            "condition",
            "sql",
            "schema",
            "catalog",
            "domain",
            "sequence",
            "user",
            "role",
            "privilege",
            "comment",
            "collation",
            "characterSet",
            "index",
            "keyword",
            "param",
            "systemName");

    /** The types of Java that a field can be given instead of a data type, as jOOQ maps them. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("String", "VARCHAR"),
            Map.entry("Integer", "INTEGER"),
            Map.entry("Long", "BIGINT"),
            Map.entry("Short", "SMALLINT"),
            Map.entry("Byte", "TINYINT"),
            Map.entry("Boolean", "BOOLEAN"),
            Map.entry("Double", "DOUBLE"),
            Map.entry("Float", "REAL"),
            Map.entry("BigDecimal", "NUMERIC"),
            Map.entry("BigInteger", "DECIMAL_INTEGER"),
            Map.entry("UUID", "UUID"),
            Map.entry("LocalDate", "LOCALDATE"),
            Map.entry("LocalDateTime", "LOCALDATETIME"),
            Map.entry("LocalTime", "LOCALTIME"),
            Map.entry("OffsetDateTime", "OFFSETDATETIME"),
            Map.entry("OffsetTime", "OFFSETTIME"),
            Map.entry("Instant", "INSTANT"),
            Map.entry("Timestamp", "TIMESTAMP"),
            Map.entry("byte[]", "VARBINARY"),
            Map.entry("JSON", "JSON"),
            Map.entry("JSONB", "JSONB"),
            Map.entry("Object", "OTHER"));

    private DslNames() {}

    static boolean knows(String method) {
        return METHODS.contains(method);
    }

    static Value call(Call call) {
        return switch (call.method()) {
            case "name", "quotedName" -> name(call, true);
            case "unquotedName" -> name(call, false);
            case "table" -> table(call);
            case "field" -> field(call);
            case "condition" -> condition(call);
            case "sql" -> new JooqPart.Sql(Templates.rendered(call.argument(0), rest(call, 1), call));
            case "schema", "catalog", "domain", "user", "role", "collation", "characterSet", "index" ->
                JooqPart.name(call.argument(0), call.method());
            case "sequence" -> sequence(call);
            case "privilege", "keyword" ->
                new JooqPart.Sql(call.require(1).argument(0).text("the word"));
            case "comment" -> new Value.Text(call.require(1).argument(0).text("the comment"));
            case "param" -> JooqSql.expression(call.require(2).argument(1));
            default -> throw call.notUnderstood();
        };
    }

    private static List<Argument> rest(Call call, int from) {
        return call.arguments().subList(Math.min(from, call.count()), call.count());
    }

    private static Value name(Call call, boolean quoted) {
        List<Traced> parts = new ArrayList<>();
        boolean allQuoted = quoted;
        for (Argument part : call.spread(0)) {
            if (part.value() instanceof JooqPart.Name name) {
                parts.addAll(name.parts());
                allQuoted &= name.quoted();
            } else {
                parts.add(part.text("the name").at(part.span()));
            }
        }
        if (parts.isEmpty()) {
            throw call.notUnderstood();
        }
        return new JooqPart.Name(parts, allQuoted);
    }

    private static Value table(Call call) {
        Argument name = call.argument(0);
        if (name.value() instanceof JooqPart.Name given) {
            return new JooqPart.Table(given.qualified(), given.last());
        }
        if (name.value() instanceof JooqSelect) {
            throw call.notUnderstood();
        }
        Traced sql = Templates.rendered(name, rest(call, 1), call);
        return new JooqPart.Table(sql, sql);
    }

    private static Value sequence(Call call) {
        Argument name = call.argument(0);
        if (name.value() instanceof JooqPart.Name given) {
            return new JooqPart.SequenceRef(given.qualified());
        }
        return new JooqPart.SequenceRef(DslFunctions.plainSql(name));
    }

    private static Value field(Call call) {
        Argument name = call.argument(0);
        boolean typed = call.count() > 1 && isType(call.argument(1));
        Optional<JooqType> type = typed ? Optional.of(type(call.argument(1))) : Optional.empty();
        if (name.value() instanceof JooqPart.Name given) {
            Traced last = given.last();
            return JooqSql.of(last, given.parts().size() == 1 ? last : given.qualified(), type);
        }
        if (name.value() instanceof JooqSelect || name.value() instanceof JooqSql) {
            return JooqSql.expression(call.require(1).argument(0));
        }
        return JooqSql.of(Templates.rendered(name, rest(call, typed ? 2 : 1), call), type);
    }

    private static boolean isType(Argument argument) {
        return argument.value() instanceof JooqType || argument.value() instanceof Value.TypeLiteral;
    }

    static JooqType type(Argument type) {
        if (type.value() instanceof JooqType given) {
            return given;
        }
        if (type.value() instanceof Value.TypeLiteral literal) {
            String name = literal.name().substring(literal.name().lastIndexOf('.') + 1);
            boolean array = name.endsWith("[]") && !name.equals("byte[]");
            String element = array ? name.substring(0, name.length() - 2) : name;
            Optional<Value> mapped = JooqType.constant(TYPES.getOrDefault(element, ""), type.span());
            if (mapped.isPresent() && mapped.get() instanceof JooqType known) {
                return array ? known.array() : known;
            }
        }
        throw new NotUnderstood("the type is not one of SQLDataType's", type.span());
    }

    private static Value condition(Call call) {
        Argument condition = call.argument(0);
        if (call.count() > 1) {
            return JooqSql.plain(Templates.rendered(condition, rest(call, 1), call));
        }
        return JooqSql.condition(condition);
    }
}

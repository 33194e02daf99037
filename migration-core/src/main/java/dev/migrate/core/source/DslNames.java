package dev.migrate.core.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The methods of {@code DSL} that name things: names, tables, fields, conditions in plain SQL. */
final class DslNames {
    private static final List<String> METHODS =
            List.of("name", "quotedName", "unquotedName", "table", "field", "condition");

    /** The types of Java that a field can be given instead of a data type, as jOOQ maps them. */
    private static final Map<String, String> TYPES = Map.of(
            "String", "VARCHAR",
            "Integer", "INTEGER",
            "Long", "BIGINT",
            "Short", "SMALLINT",
            "Boolean", "BOOLEAN",
            "Double", "DOUBLE",
            "Float", "REAL",
            "BigDecimal", "NUMERIC",
            "UUID", "UUID",
            "LocalDate", "LOCALDATE");

    private DslNames() {}

    static boolean knows(String method) {
        return METHODS.contains(method);
    }

    static Value call(Call call) {
        return switch (call.method()) {
            case "name", "quotedName" -> name(call, true);
            case "unquotedName" -> name(call, false);
            case "table" -> table(call.require(1).argument(0));
            case "field" -> field(call);
            case "condition" -> condition(call.require(1).argument(0));
            default -> throw call.notUnderstood();
        };
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

    private static Value table(Argument name) {
        if (name.value() instanceof JooqPart.Name given) {
            return new JooqPart.Table(given.qualified(), given.last());
        }
        Traced sql = DslFunctions.plainSql(name);
        return new JooqPart.Table(sql, sql);
    }

    private static Value field(Call call) {
        if (call.count() == 0 || call.count() > 2) {
            throw call.notUnderstood();
        }
        Argument name = call.argument(0);
        Traced sql = name.value() instanceof JooqPart.Name given ? given.last() : DslFunctions.plainSql(name);
        return JooqSql.of(sql, call.count() == 1 ? Optional.empty() : Optional.of(type(call.argument(1))));
    }

    private static JooqType type(Argument type) {
        if (type.value() instanceof JooqType given) {
            return given;
        }
        if (type.value() instanceof Value.TypeLiteral literal
                && JooqType.constant(TYPES.getOrDefault(literal.name(), ""), type.span())
                                .orElse(null)
                        instanceof JooqType mapped) {
            return mapped;
        }
        throw new NotUnderstood("the type is not one of SQLDataType's", type.span());
    }

    private static Value condition(Argument condition) {
        if (condition.value() instanceof JooqSql field) {
            return field;
        }
        return JooqSql.of(DslFunctions.plainSql(condition).enclosed());
    }
}

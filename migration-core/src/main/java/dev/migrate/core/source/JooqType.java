package dev.migrate.core.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A data type of jOOQ's with what it says of a column.
 *
 * @param base PostgreSQL's name as jOOQ writes it
 * @param form which modifiers the name takes
 * @param nullability {@code true} for NOT NULL, {@code false} for NULL, empty where the author says neither
 */
record JooqType(
        String base,
        Form form,
        List<Integer> modifiers,
        int dimensions,
        Optional<Boolean> nullability,
        Optional<Traced> defaultValue,
        boolean identity,
        boolean computed,
        Span span)
        implements JooqPart, Value.Receiver {
    /** The modifiers that a type takes. */
    enum Form {
        /** None: they are left out. */
        PLAIN,
        /** A length. */
        LENGTH,
        /** A precision. */
        PRECISION,
        /** A precision and a scale. */
        SCALE
    }

    private static final Map<String, JooqType> CONSTANTS = constants();

    private static Map<String, JooqType> constants() {
        return List.of(
                        "VARCHAR varchar LENGTH",
                        "CHAR char LENGTH",
                        "LONGVARCHAR varchar LENGTH",
                        "CLOB text PLAIN",
                        "NVARCHAR varchar LENGTH",
                        "NCHAR char LENGTH",
                        "LONGNVARCHAR varchar LENGTH",
                        "NCLOB text PLAIN",
                        "BOOLEAN boolean PLAIN",
                        "BIT boolean PLAIN",
                        "TINYINT smallint PLAIN",
                        "SMALLINT smallint PLAIN",
                        "INTEGER int PLAIN",
                        "BIGINT bigint PLAIN",
                        "TINYINTUNSIGNED smallint PLAIN",
                        "SMALLINTUNSIGNED int PLAIN",
                        "INTEGERUNSIGNED bigint PLAIN",
                        "DOUBLE double_precision PLAIN",
                        "FLOAT float8 PLAIN",
                        "REAL real PLAIN",
                        "NUMERIC numeric SCALE",
                        "DECIMAL decimal SCALE",
                        "DATE date PLAIN",
                        "LOCALDATE date PLAIN",
                        "TIMESTAMP timestamp PRECISION",
                        "LOCALDATETIME timestamp PRECISION",
                        "TIME time PRECISION",
                        "LOCALTIME time PRECISION",
                        "OFFSETTIME time_with_time_zone PRECISION",
                        "TIMEWITHTIMEZONE time_with_time_zone PRECISION",
                        "OFFSETDATETIME timestamp_with_time_zone PRECISION",
                        "TIMESTAMPWITHTIMEZONE timestamp_with_time_zone PRECISION",
                        "INSTANT timestamp_with_time_zone PRECISION",
                        "INTERVAL interval PLAIN",
                        "INTERVALYEARTOMONTH interval_year_to_month PLAIN",
                        "INTERVALDAYTOSECOND interval_day_to_second PLAIN",
                        "YEAR smallint PLAIN",
                        "VARBINARY bytea PLAIN",
                        "BINARY bytea PLAIN",
                        "LONGVARBINARY bytea PLAIN",
                        "BLOB bytea PLAIN",
                        "UUID uuid PLAIN",
                        "JSON json PLAIN",
                        "JSONB jsonb PLAIN",
                        "XML xml PLAIN")
                .stream()
                .map(line -> line.split(" ", -1))
                .collect(Collectors.toUnmodifiableMap(
                        word -> word[0], word -> plain(word[1].replace('_', ' '), Form.valueOf(word[2]))));
    }

    private static JooqType plain(String base, Form form) {
        return new JooqType(base, form, List.of(), 0, Optional.empty(), Optional.empty(), false, false, Span.NONE);
    }

    /** A constant of {@code SQLDataType}, if it is one of those that PostgreSQL has. */
    static Optional<Value> constant(String name, Span span) {
        return Optional.ofNullable(CONSTANTS.get(name)).map(type -> type.at(span));
    }

    /** A method of {@code SQLDataType}: the constant of that name with modifiers. */
    static Value of(Call call) {
        JooqType type = CONSTANTS.get(call.method());
        if (type == null || call.count() == 0 || call.count() > 2) {
            throw call.notUnderstood();
        }
        List<Integer> modifiers = call.arguments().stream()
                .map(argument -> argument.number("the modifier"))
                .toList();
        return type.at(call.span()).with(modifiers);
    }

    boolean character() {
        return base.equals("varchar") || base.equals("char") || base.equals("text");
    }

    /** The type's name with its modifiers. */
    Traced name() {
        String list = modifiers.isEmpty()
                ? ""
                : modifiers.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
        int zone = base.indexOf(" with");
        String name = zone < 0 ? base + list : base.substring(0, zone) + list + base.substring(zone);
        return Traced.of(name + "[]".repeat(dimensions), span);
    }

    /** All that a column's definition says after its name. */
    Traced definition() {
        Traced text = name();
        if (identity) {
            text = text.then(" generated by default as identity not null", span);
        } else if (nullability.isPresent()) {
            text = text.then(nullability.get() ? " not null" : " null", span);
        }
        return defaultValue.isEmpty() ? text : text.then(" default ", Span.NONE).then(defaultValue.get());
    }

    @Override
    public Value call(Call call) {
        return switch (call.method()) {
            case "notNull" -> nullability(true);
            case "null_" -> nullability(false);
            case "nullable" -> nullability(!call.argument(0).flag("the nullability"));
            case "defaultValue", "default_" ->
                defaultValue(JooqSql.value(call.require(1).argument(0)));
            case "identity" -> identity(call.argument(0).flag("the identity"));
            case "length" -> withIf(form == Form.LENGTH, call);
            case "precision" -> withIf(form == Form.PRECISION || form == Form.SCALE, call);
            case "array", "getArrayDataType" -> dimensions(call);
            case "generatedAlwaysAs" -> generated();
            case "stored", "virtual", "readonly" -> this;
            default -> throw call.notUnderstood();
        };
    }

    private JooqType withIf(boolean takesModifiers, Call call) {
        List<Integer> given = call.arguments().stream()
                .map(argument -> argument.number("the modifier"))
                .toList();
        return takesModifiers ? with(given) : this;
    }

    private JooqType with(List<Integer> given) {
        return new JooqType(
                base,
                form,
                form == Form.PLAIN ? List.of() : given,
                dimensions,
                nullability,
                defaultValue,
                identity,
                computed,
                span);
    }

    private JooqType at(Span place) {
        return new JooqType(base, form, modifiers, dimensions, nullability, defaultValue, identity, computed, place);
    }

    private JooqType nullability(boolean notNull) {
        return new JooqType(
                base, form, modifiers, dimensions, Optional.of(notNull), defaultValue, identity, computed, span);
    }

    private JooqType defaultValue(Traced value) {
        return new JooqType(
                base, form, modifiers, dimensions, nullability, Optional.of(value), identity, computed, span);
    }

    private JooqType identity(boolean given) {
        return new JooqType(base, form, modifiers, dimensions, nullability, defaultValue, given, computed, span);
    }

    private JooqType generated() {
        return new JooqType(base, form, modifiers, dimensions, nullability, defaultValue, identity, true, span);
    }

    /** Of a type that says no more than its name: jOOQ's arrays take nothing over. */
    private JooqType dimensions(Call call) {
        if (nullability.isPresent() || defaultValue.isPresent() || identity) {
            throw call.notUnderstood();
        }
        return new JooqType(base, form, modifiers, dimensions + 1, nullability, defaultValue, identity, computed, span);
    }
}

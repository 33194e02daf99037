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
 * @param size the length or the precision
 * @param collation the clause that follows the name
 * @param nullability {@code true} for NOT NULL, {@code false} for NULL, empty where the author says neither
 */
record JooqType(
        String base,
        Form form,
        Optional<Integer> size,
        Optional<Integer> scale,
        int dimensions,
        String collation,
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
                        "BIGINTUNSIGNED decimal SCALE",
                        "DECIMAL_INTEGER decimal SCALE",
                        "OTHER any PLAIN",
                        "ROWID rowid PLAIN",
                        "RECORD record PLAIN",
                        "RESULT refcursor PLAIN",
                        "GEOMETRY geometry PLAIN",
                        "GEOGRAPHY geography PLAIN",
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
        return new JooqType(
                base,
                form,
                Optional.empty(),
                Optional.empty(),
                0,
                "",
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Span.NONE);
    }

    /** A type of the database that jOOQ has no constant for. */
    static JooqType userDefined(Traced name) {
        return plain(name.text(), Form.PLAIN).at(name.span(0, name.text().length()));
    }

    /** A constant of {@code SQLDataType}, if it is one of those that PostgreSQL has. */
    static Optional<Value> constant(String name, Span span) {
        return named(name).map(type -> type.at(span));
    }

    static Optional<JooqType> named(String constant) {
        return Optional.ofNullable(CONSTANTS.get(constant));
    }

    /** A method of {@code SQLDataType}: the constant of that name with modifiers. */
    static Value of(Call call) {
        JooqType type = CONSTANTS.get(call.method());
        if (type == null || call.count() == 0 || call.count() > 2) {
            throw call.notUnderstood();
        }
        return type.at(call.span()).sized(call);
    }

    boolean character() {
        return dimensions == 0 && (base.equals("varchar") || base.equals("char") || base.equals("text"));
    }

    boolean whole() {
        return dimensions == 0 && List.of("int", "bigint", "smallint").contains(base);
    }

    /** Whether a number that is written out is written as itself. */
    boolean exact() {
        return whole() || (dimensions == 0 && (base.equals("numeric") || base.equals("decimal")));
    }

    boolean number() {
        return exact()
                || (dimensions == 0
                        && List.of("double precision", "float8", "real").contains(base));
    }

    /** The type's name with its modifiers. */
    Traced name() {
        int zone = base.indexOf(" with");
        String name = zone < 0 ? base + modifiers() : base.substring(0, zone) + modifiers() + base.substring(zone);
        return Traced.of(name + "[]".repeat(dimensions), span);
    }

    private String modifiers() {
        return switch (form) {
            case PLAIN -> "";
            case LENGTH ->
                size.filter(length -> length > 0)
                        .map(length -> "(" + length + ")")
                        .orElse("");
            case PRECISION -> size.map(precision -> "(" + precision + ")").orElse("");
            case SCALE ->
                size.filter(precision -> precision > 0)
                        .map(precision -> scale.filter(digits -> digits > 0)
                                .map(digits -> "(" + precision + ", " + digits + ")")
                                .orElse("(" + precision + ")"))
                        .orElse("");
        };
    }

    /** The name and the collation. */
    Traced collated() {
        return collation.isEmpty() ? name() : name().then(collation, span);
    }

    /** All that a column's definition says after its name. */
    Traced definition() {
        Traced text = collated();
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
            case "notNull" -> nullability(Optional.of(true));
            case "null_" -> nullability(Optional.of(false));
            case "nullable" ->
                nullability(Optional.of(!call.require(1).argument(0).flag("the nullability")));
            case "nullability" -> nullability(nullability(call.require(1).argument(0)));
            case "defaultValue", "default_" ->
                defaultValue(DefaultValue.of(call.require(1).argument(0), this));
            case "identity" -> identity(call.require(1).argument(0).flag("the identity"));
            case "length" -> form == Form.LENGTH ? sized(call) : withoutLength(call);
            case "precision" -> form == Form.PRECISION || form == Form.SCALE ? sized(call) : this;
            case "scale" ->
                form == Form.SCALE
                        ? with(size, Optional.of(call.require(1).argument(0).number("the scale")))
                        : this;
            case "array", "getArrayDataType" -> array();
            case "generatedAlwaysAs" -> generated();
            case "stored", "virtual", "readonly", "asConvertedDataType" -> this;
            case "collation" -> collation(" collate ", call);
            case "characterSet" -> collation(" character set ", call);
            case "asEnumDataType" -> enumerated(call.require(1).argument(0));
            default -> throw call.notUnderstood();
        };
    }

    private JooqType withoutLength(Call call) {
        if (base.equals("any")) {
            throw call.notUnderstood();
        }
        return this;
    }

    private JooqType sized(Call call) {
        Optional<Integer> first = Optional.of(call.argument(0).number("the modifier"));
        return with(first, call.count() == 2 ? Optional.of(call.argument(1).number("the modifier")) : scale);
    }

    private static Optional<Boolean> nullability(Argument argument) {
        if (!(argument.value() instanceof Names.Symbol symbol)) {
            throw new NotUnderstood("the nullability is not a constant", argument.span());
        }
        return switch (symbol.name()) {
            case "NOT_NULL" -> Optional.of(true);
            case "NULL" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private JooqType with(Optional<Integer> newSize, Optional<Integer> newScale) {
        return new JooqType(
                base,
                form,
                newSize,
                newScale,
                dimensions,
                collation,
                nullability,
                defaultValue,
                identity,
                computed,
                span);
    }

    private JooqType at(Span place) {
        return new JooqType(
                base, form, size, scale, dimensions, collation, nullability, defaultValue, identity, computed, place);
    }

    /** An identity cannot be null: to say that it can takes the identity away. */
    private JooqType nullability(Optional<Boolean> notNull) {
        boolean kept = identity && notNull.orElse(false);
        return new JooqType(
                base, form, size, scale, dimensions, collation, notNull, defaultValue, kept, computed, span);
    }

    private JooqType defaultValue(Traced value) {
        return new JooqType(
                base,
                form,
                size,
                scale,
                dimensions,
                collation,
                nullability,
                Optional.of(value),
                identity,
                computed,
                span);
    }

    private JooqType identity(boolean given) {
        Optional<Boolean> notNull = given ? Optional.of(true) : nullability;
        return new JooqType(
                base, form, size, scale, dimensions, collation, notNull, defaultValue, given, computed, span);
    }

    private JooqType generated() {
        return new JooqType(
                base, form, size, scale, dimensions, collation, nullability, defaultValue, identity, true, span);
    }

    /** An array takes nothing over but the name of its elements' type. */
    JooqType array() {
        return new JooqType(
                base, form, size, scale, dimensions + 1, "", Optional.empty(), Optional.empty(), false, false, span);
    }

    private JooqType collation(String words, Call call) {
        if (dimensions > 0) {
            throw call.notUnderstood();
        }
        Traced name = JooqPart.name(call.require(1).argument(0), "collation").qualified();
        return new JooqType(
                base,
                form,
                size,
                scale,
                dimensions,
                collation + words + name.text(),
                nullability,
                defaultValue,
                identity,
                computed,
                span);
    }

    private JooqType enumerated(Argument argument) {
        boolean plain = nullability.isEmpty() && defaultValue.isEmpty() && collation.isEmpty() && !identity;
        if (plain && argument.value() instanceof EnumName type) {
            return userDefined(type.qualified().at(span));
        }
        throw new NotUnderstood("the enum is not known here", argument.span());
    }
}

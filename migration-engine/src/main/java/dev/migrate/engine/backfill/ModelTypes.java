package dev.migrate.engine.backfill;

import dev.migrate.core.recipe.Backfill;
import dev.migrate.engine.MigrateException.UserFailure;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the columns of a table become the components of a model: types that fit without loss, and no others. */
final class ModelTypes {
    private static final Set<String> INTEGERS = Set.of("int2", "int4", "int8");
    private static final Map<String, Reading> READINGS = readings();

    private final List<String> columns;
    private final List<Reading> readings;
    private final List<Boolean> primitive;

    private ModelTypes(List<String> columns, List<Reading> readings, List<Boolean> primitive) {
        this.columns = columns;
        this.readings = readings;
        this.primitive = primitive;
    }

    /** Takes a value out of a row. */
    @FunctionalInterface
    private interface Getter {
        @Nullable
        Object get(ResultSet row, int index) throws SQLException;
    }

    /** The type names of columns that fit; all of them if there is none. */
    private record Reading(Set<String> columnTypes, Getter getter) {
        boolean fits(String columnType) {
            return columnTypes.isEmpty() || columnTypes.contains(columnType);
        }
    }

    /** A NULL where the model has no place for one. */
    static final class NullInPrimitive extends SQLException {
        private static final long serialVersionUID = 1L;

        NullInPrimitive(String column) {
            super(column);
        }
    }

    /**
     * Compares a model with its table.
     *
     * @throws UserFailure if a column is not there or of a type that does not fit
     */
    static ModelTypes of(FilledTable table, Backfill recipe) {
        List<Reading> readings = new ArrayList<>();
        List<Boolean> primitive = new ArrayList<>();
        for (int i = 0; i < recipe.reading().size(); i++) {
            String column = recipe.reading().get(i);
            String javaType = recipe.types().get(i);
            String columnType = table.types().get(column);
            if (columnType == null) {
                throw new UserFailure(
                        "the model of the backfill of " + table.filled() + " reads a column that is not there: "
                                + table.name() + "." + column,
                        "found:  " + String.join(", ", table.types().keySet()),
                        "note:   a component fooBar reads the column foo_bar");
            }
            Reading reading = READINGS.get(javaType);
            if (reading == null || !reading.fits(columnType)) {
                throw new UserFailure(
                        table.name() + "." + column + " is of type " + columnType
                                + ", and the model of the backfill of " + table.filled() + " reads it as "
                                + simple(javaType),
                        reading == null
                                ? "needed: one of "
                                        + String.join(
                                                ", ",
                                                READINGS.keySet().stream()
                                                        .map(ModelTypes::simple)
                                                        .sorted()
                                                        .toList())
                                : "needed: a column of type "
                                        + String.join(
                                                " or ",
                                                reading.columnTypes().stream()
                                                        .sorted()
                                                        .toList()),
                        "fix:    give the component a type that fits; String reads every column as text");
            }
            readings.add(reading);
            primitive.add(Character.isLowerCase(javaType.charAt(0)) && !javaType.contains("."));
        }
        return new ModelTypes(recipe.reading(), readings, primitive);
    }

    /** Reads the model's values, which begin at a column of the result. */
    @Nullable
    Object[] read(ResultSet row, int first) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[readings.size()];
        for (int i = 0; i < values.length; i++) {
            Object value = readings.get(i).getter().get(row, first + i);
            values[i] = row.wasNull() ? null : value;
            if (values[i] == null && primitive.get(i)) {
                throw new NullInPrimitive(columns.get(i));
            }
        }
        return values;
    }

    private static String simple(String type) {
        return type.equals("[B") ? "byte[]" : type.substring(type.lastIndexOf('.') + 1);
    }

    private static Map<String, Reading> readings() {
        Map<String, Reading> all = new LinkedHashMap<>();
        all.put("java.lang.String", new Reading(Set.of(), ResultSet::getString));
        both(all, "short", "Short", new Reading(Set.of("int2"), ResultSet::getShort));
        both(all, "int", "Integer", new Reading(Set.of("int2", "int4"), ResultSet::getInt));
        both(all, "long", "Long", new Reading(INTEGERS, ResultSet::getLong));
        both(all, "float", "Float", new Reading(Set.of("float4"), ResultSet::getFloat));
        both(all, "double", "Double", new Reading(Set.of("float4", "float8"), ResultSet::getDouble));
        both(all, "boolean", "Boolean", new Reading(Set.of("bool"), ResultSet::getBoolean));
        all.put(
                BigDecimal.class.getName(),
                new Reading(Set.of("numeric", "int2", "int4", "int8"), ResultSet::getBigDecimal));
        all.put(UUID.class.getName(), typed(UUID.class, "uuid"));
        all.put(LocalDate.class.getName(), typed(LocalDate.class, "date"));
        all.put(LocalTime.class.getName(), typed(LocalTime.class, "time"));
        all.put(LocalDateTime.class.getName(), typed(LocalDateTime.class, "timestamp"));
        all.put(OffsetDateTime.class.getName(), typed(OffsetDateTime.class, "timestamptz"));
        all.put("java.time.Instant", new Reading(Set.of("timestamptz"), (row, index) -> {
            OffsetDateTime time = row.getObject(index, OffsetDateTime.class);
            return time == null ? null : time.toInstant();
        }));
        all.put("[B", new Reading(Set.of("bytea"), ResultSet::getBytes));
        return all;
    }

    private static void both(Map<String, Reading> all, String primitive, String boxed, Reading reading) {
        all.put(primitive, reading);
        all.put("java.lang." + boxed, reading);
    }

    private static Reading typed(Class<?> type, String columnType) {
        return new Reading(Set.of(columnType), (row, index) -> row.getObject(index, type));
    }
}

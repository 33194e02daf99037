package dev.migrate.api;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jooq.Param;
import org.jspecify.annotations.Nullable;

/** A column's backfill that does not say yet what to fill in, made by {@link Recipes#backfill}. */
public final class Backfill {
    private final String table;
    private final String column;

    Backfill(String table, String column) {
        this.table = table;
        this.column = column;
    }

    /**
     * Fills in what an expression over the same row gives.
     *
     * @param expression evaluated by the server, row by row; it must not be volatile in a way that matters, because a
     *     batch that was interrupted is done again
     */
    public Filled setting(SqlExpression expression) {
        Map<String, Object> arguments = arguments();
        arguments.put("setting", expression.sql());
        return new Filled(arguments);
    }

    /**
     * Fills in what Java computes from a row. Rows are read without locks and written in one request a batch; a row that
     * changed meanwhile is read again.
     *
     * @param model a record nested in the migration's class: the frozen model. Its components name the columns to read,
     *     {@code fooBar} the column {@code foo_bar}
     * @param <R> the model
     */
    public <R extends Record> Reading<R> reading(Class<R> model) {
        return new Reading<>(this, Objects.requireNonNull(model, "model"));
    }

    private Map<String, Object> arguments() {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("table", table);
        arguments.put("column", column);
        return arguments;
    }

    /**
     * A backfill that reads rows and does not say yet what it computes.
     *
     * @param <R> the model
     */
    public static final class Reading<R extends Record> {
        private final Backfill backfill;
        private final Class<R> model;

        private Reading(Backfill backfill, Class<R> model) {
            this.backfill = backfill;
            this.model = model;
        }

        /**
         * Says what is filled in.
         *
         * @param function takes a row, gives the column's value; pure, because a row can be computed more than once
         */
        public Filled computing(Function<? super R, ? extends @Nullable Object> function) {
            Map<String, Object> arguments = backfill.arguments();
            List<String> columns = new ArrayList<>();
            List<String> types = new ArrayList<>();
            for (RecordComponent component : model.getRecordComponents()) {
                columns.add(snakeCase(component.getName()));
                types.add(component.getType().getName());
            }
            arguments.put("reading", Collections.unmodifiableList(columns));
            arguments.put("types", Collections.unmodifiableList(types));
            arguments.put("computing", new RowFunction<>(model, function));
            return new Filled(arguments);
        }

        private static String snakeCase(String name) {
            return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
        }
    }

    /** A complete backfill. */
    public static final class Filled implements Widening {
        private final Map<String, Object> arguments;

        private Filled(Map<String, Object> arguments) {
            this.arguments = Collections.unmodifiableMap(arguments);
        }

        /**
         * Says what rows get that the running release inserts meanwhile without naming the column: it becomes the
         * column's default before the first batch, and stays.
         *
         * @param value a literal, such as {@code val(0)}
         */
        public Filled oldWritersGet(Param<?> value) {
            return with("oldWritersGet", value);
        }

        /**
         * As {@link #oldWritersGet(Param)}, with an expression.
         *
         * @param expression a default expression, without reference to columns
         */
        public Filled oldWritersGet(SqlExpression expression) {
            return with("oldWritersGet", expression.sql());
        }

        @Override
        public String name() {
            return "backfill";
        }

        @Override
        public Map<String, Object> arguments() {
            return arguments;
        }

        private Filled with(String option, Object value) {
            Map<String, Object> extended = new LinkedHashMap<>(arguments);
            extended.put(option, value);
            return new Filled(extended);
        }
    }
}

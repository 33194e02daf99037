package dev.migrate.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An index built without blocking writes, made by {@link Recipes#indexConcurrently}. */
public final class ConcurrentIndex implements Widening {
    private final Map<String, Object> arguments;

    private ConcurrentIndex(Map<String, Object> arguments) {
        this.arguments = Collections.unmodifiableMap(arguments);
    }

    /** Uses another access method than btree, such as {@code gin}. */
    public ConcurrentIndex using(String method) {
        return with("using", Recipes.Names.require(method, "method"));
    }

    /** Indexes only the rows for which the condition holds. */
    public ConcurrentIndex where(SqlExpression condition) {
        return with("where", condition.sql());
    }

    /** Stores further columns in the index, for index-only scans. */
    public ConcurrentIndex including(String... columns) {
        return with("including", Recipes.Names.require(List.of(columns), "column"));
    }

    /** Makes it unique, which narrows: rows that were accepted before can be refused from the first moment on. */
    public Narrowing unique() {
        return new Recipes.NarrowingRecipe(name(), with("unique", true).arguments);
    }

    @Override
    public String name() {
        return "indexConcurrently";
    }

    @Override
    public Map<String, Object> arguments() {
        return arguments;
    }

    private ConcurrentIndex with(String option, Object value) {
        Map<String, Object> extended = new LinkedHashMap<>(arguments);
        extended.put(option, value);
        return new ConcurrentIndex(extended);
    }

    /** An index that has a name and no table yet. */
    public static final class Named {
        private final String index;

        Named(String index) {
            this.index = index;
        }

        /**
         * Says what is indexed.
         *
         * @param table the table's name
         * @param columns the columns' names, at least one, in their order
         */
        public ConcurrentIndex on(String table, String... columns) {
            Map<String, Object> arguments = new LinkedHashMap<>();
            arguments.put("index", index);
            arguments.put("table", Recipes.Names.require(table, "table"));
            arguments.put("columns", Recipes.Names.require(List.of(columns), "column"));
            return new ConcurrentIndex(arguments);
        }
    }
}

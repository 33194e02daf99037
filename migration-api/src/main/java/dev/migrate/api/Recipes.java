package dev.migrate.api;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.intellij.lang.annotations.Language;

/**
 * The recipes and SQL steps, as static methods to import one by one ({@code import static
 * dev.migrate.api.Recipes.indexConcurrently}): {@code DSL} has a {@code sql} of its own, so two imports on demand clash.
 */
public final class Recipes {
    private Recipes() {}

    /**
     * A statement as SQL, for what neither jOOQ nor a recipe can say.
     *
     * @param text one statement, executed as written
     */
    public static SqlStep sql(@Language("PostgreSQL") String text) {
        return SqlStep.of(text);
    }

    /**
     * An expression in SQL, where a recipe takes one.
     *
     * @param text the expression, such as {@code "upper(title)"}
     */
    public static SqlExpression expr(@Language(value = "PostgreSQL", prefix = "SELECT ") String text) {
        return new SqlExpression(text);
    }

    /**
     * Builds an index without blocking writes, outside a transaction, and asserts that it is valid.
     *
     * @param index the index's name; an invalid index of that name is removed first
     * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY">Building
     *     Indexes Concurrently</a>
     */
    public static ConcurrentIndex.Named indexConcurrently(String index) {
        return new ConcurrentIndex.Named(Names.require(index, "index"));
    }

    /**
     * Drops an index without blocking, outside a transaction.
     *
     * @param index the index's name
     * @see <a href="https://www.postgresql.org/docs/current/sql-dropindex.html">DROP INDEX</a>
     */
    public static Widening dropIndexConcurrently(String index) {
        return new WideningRecipe("dropIndexConcurrently", Map.of("index", Names.require(index, "index")));
    }

    /**
     * Fills a column of the rows that have NULL there, in batches over an integer key of one column, each in a short
     * transaction of its own.
     *
     * @param table the table's name
     * @param column the column to fill
     */
    public static Backfill backfill(String table, String column) {
        return new Backfill(Names.require(table, "table"), Names.require(column, "column"));
    }

    /**
     * Takes a column out of use over two releases. The {@link Expand} lifts its NOT NULL, so that the next release can
     * stop writing it; the {@link Contract} hides it, and drops it once the way back is no longer kept.
     *
     * @param table the table's name
     * @param column the column to retire
     */
    public static Paired retireColumn(String table, String column) {
        return new PairedRecipe(
                "retireColumn",
                Names.ordered("table", Names.require(table, "table"), "column", Names.require(column, "column")));
    }

    record WideningRecipe(String name, Map<String, Object> arguments) implements Widening {}

    record NarrowingRecipe(String name, Map<String, Object> arguments) implements Narrowing {}

    record PairedRecipe(String name, Map<String, Object> arguments) implements Paired {}

    /** Checks of arguments, shared by the recipes. */
    static final class Names {
        private Names() {}

        static String require(String name, String what) {
            if (Objects.requireNonNull(name, what).isBlank()) {
                throw new IllegalArgumentException(what + " is blank");
            }
            return name;
        }

        static List<String> require(List<String> names, String what) {
            if (names.isEmpty()) {
                throw new IllegalArgumentException("no " + what);
            }
            names.forEach(name -> require(name, what));
            return List.copyOf(names);
        }

        static Map<String, Object> ordered(String key1, Object value1, String key2, Object value2) {
            Map<String, Object> map = new java.util.LinkedHashMap<>();
            map.put(key1, value1);
            map.put(key2, value2);
            return java.util.Collections.unmodifiableMap(map);
        }
    }
}

package dev.migrate.core.plan;

import dev.migrate.core.migration.Place;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.Identifiers;
import dev.migrate.core.operation.ObjectName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Indexes built and dropped without blocking. A build that fails or is cancelled leaves an INVALID index that costs
 * every write and serves no query, and {@code IF NOT EXISTS} takes it for done: so the catalog is asked, by definition
 * and validity.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY">Building
 *     Indexes Concurrently</a>
 */
final class IndexStatements {
    private IndexStatements() {}

    static Unit build(DdlOperation.CreateIndex index, Place place) {
        String name = index.index().orElseThrow(() -> new IllegalArgumentException("an index without a name"));
        return new Unit.Alone(
                new Unit.Statement(create(index, true), place),
                exists(index.table(), name, "i.indisvalid AND i.indisready AND i.indislive" + definition(index)),
                Optional.of(new Unit.Leftover(
                        exists(index.table(), name, "NOT i.indisvalid"),
                        "DROP INDEX CONCURRENTLY IF EXISTS " + Identifiers.quote(name))),
                true);
    }

    /** On a direct run nobody is blocked by the plain form. */
    static Unit.Statement inTransaction(DdlOperation operation, Place place) {
        return new Unit.Statement(
                operation instanceof DdlOperation.CreateIndex index
                        ? create(index, false)
                        : "DROP INDEX "
                                + ((DdlOperation.DropIndex) operation).index().sql(),
                place);
    }

    static Unit drop(ObjectName index, Place place) {
        return new Unit.Alone(
                new Unit.Statement("DROP INDEX CONCURRENTLY " + index.sql(), place),
                "SELECT pg_catalog.to_regclass(" + Identifiers.literal(index.sql()) + ") IS NULL",
                Optional.empty(),
                true);
    }

    private static String create(DdlOperation.CreateIndex index, boolean concurrently) {
        return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX " + (concurrently ? "CONCURRENTLY " : "")
                + Identifiers.quote(index.index().orElseThrow())
                + " ON " + index.table().sql()
                + " USING " + Identifiers.quote(index.method())
                + " (" + index.keys().stream().map(IndexStatements::key).collect(Collectors.joining(", ")) + ")"
                + (index.including().isEmpty() ? "" : " INCLUDE (" + quoted(index.including()) + ")")
                + index.where().map(condition -> " WHERE " + condition).orElse("");
    }

    /** A key is a column's name, or an expression in parentheses. */
    private static String key(String key) {
        return key.startsWith("(") ? key : Identifiers.quote(key);
    }

    private static String quoted(List<String> names) {
        return names.stream().map(Identifiers::quote).collect(Collectors.joining(", "));
    }

    /** An index of that name on that table for which the condition on {@code pg_index i} holds. */
    private static String exists(ObjectName table, String index, String condition) {
        return "SELECT EXISTS (SELECT FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid"
                + " WHERE i.indrelid = pg_catalog.to_regclass(" + Identifiers.literal(table.sql()) + ")"
                + " AND c.relname = " + Identifiers.literal(index) + " AND " + condition + ")";
    }

    /** That it is the index asked for, as far as the catalog says it without text that versions spell differently. */
    private static String definition(DdlOperation.CreateIndex index) {
        String columns = Stream.concat(
                        index.keys().stream().map(key -> key.startsWith("(") ? "" : key), index.including().stream())
                .map(Identifiers::literal)
                .collect(Collectors.joining(","));
        return " AND i.indisunique = " + index.unique()
                + " AND i.indnkeyatts = " + index.keys().size()
                + " AND (i.indpred IS NOT NULL) = " + index.where().isPresent()
                + " AND (SELECT m.amname FROM pg_catalog.pg_am m WHERE m.oid = c.relam) = "
                + Identifiers.literal(index.method())
                + " AND ARRAY[" + columns + "]::text[] = ARRAY(SELECT coalesce(a.attname::text, '')"
                + " FROM pg_catalog.unnest(i.indkey::int2[]) WITH ORDINALITY k(number, position)"
                + " LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number"
                + " ORDER BY k.position)";
    }
}

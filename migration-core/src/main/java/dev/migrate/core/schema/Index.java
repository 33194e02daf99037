package dev.migrate.core.schema;

import dev.migrate.core.operation.ConstraintSpec;
import dev.migrate.core.operation.IndexForm;
import dev.migrate.core.sql.SqlExpressions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An index of a table.
 *
 * @param keys the columns' names, or the text of an expression in parentheses
 * @param method the access method
 * @param where the condition of a partial index
 * @param form what its CREATE INDEX said beside these
 * @param ofConstraint whether a UNIQUE, PRIMARY KEY or EXCLUDE of the same name owns it
 */
public record Index(
        String name,
        List<String> keys,
        List<String> including,
        boolean unique,
        String method,
        Optional<String> where,
        boolean ofConstraint,
        IndexForm form) {
    /** Copies the lists. */
    public Index {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(form, "form");
        keys = List.copyOf(keys);
        including = List.copyOf(including);
    }

    /** The index that a key makes. */
    static Index ofKey(String name, List<String> columns, ConstraintSpec.KeyForm form) {
        return new Index(
                name,
                columns,
                form.including(),
                true,
                form.withoutOverlaps() ? "gist" : "btree",
                Optional.empty(),
                true,
                new IndexForm(false, List.of(), form.nullsNotDistinct(), Optional.empty()));
    }

    /** Whether it stands or falls with the column. */
    public boolean mentions(String column) {
        return keys.contains(column) || including.contains(column) || mentionsInExpression(column);
    }

    /** Whether an expression among its keys, or its condition, names the column. */
    public boolean mentionsInExpression(String column) {
        return where.filter(condition -> SqlExpressions.mentions(condition, column))
                        .isPresent()
                || keys.stream().anyMatch(key -> isExpression(key) && SqlExpressions.mentions(key, column));
    }

    private static boolean isExpression(String key) {
        return key.startsWith("(");
    }

    /** Whether it indexes the same in the same way, under whatever name. */
    public boolean alike(Index other) {
        return keys.equals(other.keys)
                && including.equals(other.including)
                && unique == other.unique
                && method.equals(other.method)
                && where.equals(other.where);
    }

    Index withName(String newName) {
        return new Index(newName, keys, including, unique, method, where, ofConstraint, form);
    }

    Index owned(String newName) {
        return new Index(newName, keys, including, unique, method, where, true, form);
    }

    Index withColumnRenamed(String column, String newName) {
        return new Index(
                name,
                keys.stream()
                        .map(key -> isExpression(key)
                                ? SqlExpressions.renamed(key, column, newName)
                                : key.equals(column) ? newName : key)
                        .toList(),
                including.stream()
                        .map(key -> key.equals(column) ? newName : key)
                        .toList(),
                unique,
                method,
                where.map(condition -> SqlExpressions.renamed(condition, column, newName)),
                ofConstraint,
                form);
    }
}

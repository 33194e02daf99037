package dev.migrate.core.schema;

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
 * @param ofConstraint whether a UNIQUE, PRIMARY KEY or EXCLUDE of the same name owns it
 */
public record Index(
        String name,
        List<String> keys,
        List<String> including,
        boolean unique,
        String method,
        Optional<String> where,
        boolean ofConstraint) {
    /** Copies the lists. */
    public Index {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(where, "where");
        keys = List.copyOf(keys);
        including = List.copyOf(including);
    }

    /** The index that a key makes. */
    static Index ofKey(String name, List<String> columns) {
        return new Index(name, columns, List.of(), true, "btree", Optional.empty(), true);
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

    Index withName(String newName) {
        return new Index(newName, keys, including, unique, method, where, ofConstraint);
    }

    Index owned(String newName) {
        return new Index(newName, keys, including, unique, method, where, true);
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
                ofConstraint);
    }
}

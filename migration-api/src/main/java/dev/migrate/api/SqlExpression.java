package dev.migrate.api;

import java.util.Objects;

/**
 * An expression in SQL, made by {@link Recipes#expr}. Its type keeps it apart from a literal: a text handed over where a
 * literal is meant is never read as SQL.
 *
 * @param sql the expression's text
 */
public record SqlExpression(String sql) {
    /** Refuses null and blank text. */
    public SqlExpression {
        if (Objects.requireNonNull(sql, "sql").isBlank()) {
            throw new IllegalArgumentException("sql is blank");
        }
    }
}

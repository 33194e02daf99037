package dev.migrate.api;

import org.jooq.DDLQuery;

/**
 * Records the steps of a migration, in order. Nothing is executed here; jOOQ statements are rendered at the call,
 * because they are mutable.
 */
public interface Steps {
    /**
     * Adds a statement of jOOQ's DDL, built without a connection by the static methods of {@code org.jooq.impl.DSL}.
     *
     * @param statement rendered for PostgreSQL with all values inlined
     */
    void add(DDLQuery statement);

    /** Adds a recipe that widens. */
    void add(Widening recipe);

    /** Adds a recipe in two halves; legal only in an {@link Expand}, whose {@link Contract} runs the second half. */
    void add(Paired recipe);

    /** Adds a statement written as SQL. */
    void add(SqlStep statement);

    /**
     * Declares by hand a statement that the {@link Contract} of this {@link Expand} runs; legal only there.
     *
     * @param statement may narrow; it runs in the contract, after the second halves of the recipes
     */
    void atContract(SqlStep statement);
}

package dev.migrate.api;

import org.intellij.lang.annotations.Language;

/** Records what must hold in the data once a migration is complete; {@code migrate:verify} and {@code apply} run it. */
public interface Verification {
    /**
     * Requires that a query finds nothing.
     *
     * @param query a SELECT of violating rows; the first ones are shown when there are any
     */
    void noRows(@Language("PostgreSQL") String query);

    /**
     * Requires that a condition is true.
     *
     * @param query a SELECT of one boolean
     */
    void holds(@Language("PostgreSQL") String query);
}

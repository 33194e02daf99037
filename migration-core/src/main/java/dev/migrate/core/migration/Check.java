package dev.migrate.core.migration;

import java.util.Objects;

/** What must hold in the data once a migration is complete. */
public record Check(Form form, String query, Place place) {
    /** Refuses null. */
    public Check {
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(query, "query");
        Objects.requireNonNull(place, "place");
    }

    /** What the query's answer has to be. */
    public enum Form {
        /** No row. */
        NO_ROWS,
        /** One row with one true. */
        HOLDS
    }
}

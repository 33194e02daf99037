package dev.migrate.core.migration;

import dev.migrate.core.operation.DdlOperation;
import java.util.Objects;

/**
 * An operation and the token that a person would point at: the column's name, the type, the index's name.
 *
 * @param place in the file that the author edits
 */
public record PlacedOperation(DdlOperation operation, Place place) {
    /** Refuses null. */
    public PlacedOperation {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(place, "place");
    }
}

package dev.migrate.core.migration;

import dev.migrate.core.operation.DdlOperation;
import java.util.Objects;

/**
 * An operation and the token that a person would point at: the column's name, the type, the index's name.
 *
 * @param place in the file that the author edits
 * @param conditional whether it runs only if something holds that is not known here: within an IF of a DO block
 */
public record PlacedOperation(DdlOperation operation, Place place, boolean conditional) {
    /** Refuses null. */
    public PlacedOperation {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(place, "place");
    }

    /** One that runs when its step does. */
    public PlacedOperation(DdlOperation operation, Place place) {
        this(operation, place, false);
    }
}

package dev.migrate.core.sql;

import dev.migrate.core.operation.DdlOperation;
import java.util.Objects;

/**
 * An operation and the token that a person would point at.
 *
 * @param start the token's offset in the whole text
 * @param end the offset after it
 */
public record SpannedOperation(DdlOperation operation, int start, int end) {
    /** Refuses null. */
    public SpannedOperation {
        Objects.requireNonNull(operation, "operation");
    }
}

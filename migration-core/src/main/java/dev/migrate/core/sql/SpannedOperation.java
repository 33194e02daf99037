package dev.migrate.core.sql;

import dev.migrate.core.operation.DdlOperation;
import java.util.Objects;

/**
 * An operation and the token that a person would point at.
 *
 * @param start the token's offset in the whole text
 * @param end the offset after it
 * @param conditional whether it runs only if something holds that is not known here: within an IF or a loop of a DO block
 */
public record SpannedOperation(DdlOperation operation, int start, int end, boolean conditional) {
    /** Refuses null. */
    public SpannedOperation {
        Objects.requireNonNull(operation, "operation");
    }

    /** One that runs when its statement does. */
    public SpannedOperation(DdlOperation operation, int start, int end) {
        this(operation, start, end, false);
    }

    /** The same, under a condition. */
    SpannedOperation underCondition() {
        return new SpannedOperation(operation, start, end, true);
    }
}

package dev.migrate.core.graph;

import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.PlacedOperation;
import dev.migrate.core.migration.Step;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.schema.Schema;
import java.util.Objects;

/**
 * An operation that a migration runs.
 *
 * @param placed the operation and its place
 * @param step the step it is part of
 * @param author the migration in whose source the step stands: the expand for what its contract runs
 */
public record RunOperation(PlacedOperation placed, Step step, Migration author) {
    /** Refuses null. */
    public RunOperation {
        Objects.requireNonNull(placed, "placed");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(author, "author");
    }

    /** The operation itself. */
    public DdlOperation operation() {
        return placed.operation();
    }

    /** The same with each name as the schema before it keeps it: {@code t} for {@code public.t}. */
    public RunOperation resolved(Schema before) {
        DdlOperation resolved = before.resolved(operation());
        return resolved == operation()
                ? this
                : new RunOperation(new PlacedOperation(resolved, placed.place(), placed.conditional()), step, author);
    }
}

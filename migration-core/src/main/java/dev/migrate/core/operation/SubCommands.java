package dev.migrate.core.operation;

import dev.migrate.core.operation.DdlOperation.DropConstraint;
import dev.migrate.core.schema.Schema;
import java.util.List;

/** The order in which PostgreSQL runs the sub-commands of one ALTER TABLE: those that drop something come first. */
public final class SubCommands {
    private SubCommands() {}

    /**
     * The schema that a sub-command finds: constraints that later ones of the same statement drop are gone.
     *
     * @param later what stands behind it in the same statement
     * @param before the schema after what stands before it
     */
    public static Schema foundBy(DdlOperation operation, List<DdlOperation> later, Schema before) {
        if (operation instanceof DropConstraint) {
            return before;
        }
        List<DdlOperation> drops = later.stream()
                .filter(next -> next instanceof DropConstraint && next.onTable().equals(operation.onTable()))
                .toList();
        return drops.isEmpty() ? before : before.apply(drops);
    }
}

package dev.migrate.engine.release;

import dev.migrate.core.operation.Identifiers;
import dev.migrate.core.operation.ObjectName;
import java.util.List;
import java.util.Optional;

/**
 * A column under its tombstone's name, with what it takes to bring it back.
 *
 * @param contract the migration that hid it
 * @param hiddenAs the name it has now
 */
public record HiddenColumn(
        String contract,
        ObjectName table,
        String column,
        String hiddenAs,
        boolean wasNotNull,
        Optional<String> columnDefault,
        List<Constraint> constraints) {
    /** Copies the list. */
    public HiddenColumn {
        constraints = List.copyOf(constraints);
    }

    /** A constraint that was lifted, as {@code pg_get_constraintdef} wrote it. */
    public record Constraint(String name, String definition) {}

    String key(ReleaseScope scope) {
        return scope.matches() + " AND name = " + Identifiers.literal(contract) + " AND table_schema = "
                + Identifiers.literal(table.schema().orElse("")) + " AND table_name = "
                + Identifiers.literal(table.name()) + " AND column_name = " + Identifiers.literal(column);
    }

    /** {@code table.column}, for messages. */
    String label() {
        return table + "." + column;
    }
}

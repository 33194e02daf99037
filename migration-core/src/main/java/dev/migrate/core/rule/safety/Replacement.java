package dev.migrate.core.rule.safety;

import dev.migrate.core.operation.DataType;
import dev.migrate.core.operation.ObjectName;
import java.util.Optional;

/** A column replaced by another one over releases: what a rename or a change of type in place is not. */
final class Replacement {
    private Replacement() {}

    /** The lines of the fix: the new column, its rows, the end of the old one. */
    static String[] of(ObjectName table, String column, String replacement, DataType type, String expression) {
        return new String[] {
            "1. a new column, in a @Safe migration:",
            Fix.addColumn(table, replacement, type, ""),
            "2. a release that writes both columns",
            "3. an @Expand after it:",
            Fix.backfill(table, replacement, expression, Optional.empty()),
            Fix.retireColumn(table, column),
            "4. its @Contract, after a release that uses " + table + "." + replacement + " only"
        };
    }

    static Optional<DataType> knownType(OperationContext context, ObjectName table, String column) {
        return context.before()
                .table(table)
                .flatMap(known -> known.column(column))
                .map(known -> known.type());
    }
}

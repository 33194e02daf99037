package dev.migrate.core.rule.safety;

import dev.migrate.core.operation.DataType;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.rule.Paste;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A column replaced by another one over releases: what a rename or a change of type in place is not. */
final class Replacement {
    private Replacement() {}

    /** The lines of the fix: the new column, its rows, the end of the old one. */
    static List<String> of(
            OperationContext context,
            ObjectName table,
            String column,
            String replacement,
            DataType type,
            String expression) {
        Paste paste = context.paste();
        List<String> lines = new ArrayList<>();
        lines.add(paste.aNewColumn());
        lines.add(paste.addColumn(table, replacement, type, Optional.empty()));
        lines.add("2. a release that writes both columns");
        lines.addAll(paste.retire(table, column, paste.backfill(table, replacement, expression, false)));
        lines.add(paste.afterRetirement(table + "." + replacement));
        return lines;
    }

    static Optional<DataType> knownType(OperationContext context, ObjectName table, String column) {
        return context.before()
                .table(table)
                .flatMap(known -> known.column(column))
                .map(known -> known.type());
    }
}

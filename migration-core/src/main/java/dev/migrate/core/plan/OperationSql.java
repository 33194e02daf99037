package dev.migrate.core.plan;

import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.Identifiers;
import dev.migrate.core.operation.ObjectName;

/** Operations as SQL, for those that recipes consist of. */
final class OperationSql {
    private OperationSql() {}

    /**
     * The statement.
     *
     * @throws IllegalArgumentException for an operation that no recipe consists of
     */
    static String of(DdlOperation operation) {
        if (operation instanceof DdlOperation.DropColumn drop) {
            return alter(drop.table()) + "DROP COLUMN " + Identifiers.quote(drop.column());
        }
        if (operation instanceof DdlOperation.DropNotNull drop) {
            return column(drop.table(), drop.column()) + "DROP NOT NULL";
        }
        if (operation instanceof DdlOperation.SetNotNull set) {
            return column(set.table(), set.column()) + "SET NOT NULL";
        }
        if (operation instanceof DdlOperation.SetDefault set) {
            return column(set.table(), set.column()) + "SET DEFAULT " + set.expression();
        }
        if (operation instanceof DdlOperation.DropDefault drop) {
            return column(drop.table(), drop.column()) + "DROP DEFAULT";
        }
        throw new IllegalArgumentException("no statement for " + operation);
    }

    private static String column(ObjectName table, String column) {
        return alter(table) + "ALTER COLUMN " + Identifiers.quote(column) + " ";
    }

    private static String alter(ObjectName table) {
        return "ALTER TABLE " + table.sql() + " ";
    }
}

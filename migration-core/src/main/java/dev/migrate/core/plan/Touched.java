package dev.migrate.core.plan;

import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table, or a column of it, that an operation names.
 *
 * @param column empty for the table as a whole
 */
record Touched(String table, Optional<String> column) {
    static Touched column(String table, String column) {
        return new Touched(table, Optional.of(column));
    }

    private static Touched table(ObjectName table) {
        return new Touched(table.name(), Optional.empty());
    }

    private static Touched column(ObjectName table, String column) {
        return column(table.name(), column);
    }

    /** Whether one is, or contains, the other. */
    boolean meets(Touched other) {
        return table.equals(other.table) && (column.isEmpty() || other.column.isEmpty() || column.equals(other.column));
    }

    /** What is gone after the operation. */
    static List<Touched> removedBy(DdlOperation operation) {
        if (operation instanceof DdlOperation.DropColumn drop) {
            return List.of(column(drop.table(), drop.column()));
        }
        if (operation instanceof DdlOperation.DropTable drop) {
            return List.of(table(drop.table()));
        }
        return List.of();
    }

    /** What the operation needs to be there, or not to be there: adding a column again meets its removal. */
    static List<Touched> by(DdlOperation operation) {
        List<Touched> touched = new ArrayList<>(removedBy(operation));
        if (operation instanceof DdlOperation.CreateTable create) {
            touched.add(table(create.table()));
        } else if (operation instanceof DdlOperation.RenameTable rename) {
            touched.add(table(rename.table()));
        } else if (operation instanceof DdlOperation.AddColumn add) {
            touched.add(column(add.table(), add.column().name()));
        } else if (operation instanceof DdlOperation.RenameColumn rename) {
            touched.add(column(rename.table(), rename.column()));
            touched.add(column(rename.table(), rename.newName()));
        } else if (operation instanceof DdlOperation.SetNotNull set) {
            touched.add(column(set.table(), set.column()));
        } else if (operation instanceof DdlOperation.DropNotNull drop) {
            touched.add(column(drop.table(), drop.column()));
        } else if (operation instanceof DdlOperation.SetDefault set) {
            touched.add(column(set.table(), set.column()));
        } else if (operation instanceof DdlOperation.DropDefault drop) {
            touched.add(column(drop.table(), drop.column()));
        } else if (operation instanceof DdlOperation.AlterColumnType alter) {
            touched.add(column(alter.table(), alter.column()));
        } else if (operation instanceof DdlOperation.CreateIndex index) {
            index.keys().forEach(key -> touched.add(column(index.table(), key)));
            index.including().forEach(key -> touched.add(column(index.table(), key)));
        }
        return touched;
    }
}

package dev.migrate.core.rule.safety;

import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.DdlOperation.AddColumn;
import dev.migrate.core.operation.DdlOperation.CreateTable;
import dev.migrate.core.operation.DdlOperation.RenameColumn;
import dev.migrate.core.operation.DdlOperation.RenameTable;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.schema.Schema;
import dev.migrate.core.schema.Table;
import java.util.HashSet;
import java.util.Set;

/** What a migration has made so far: no release can use it yet, and no one waits for a lock on it. */
record Novelty(Set<ObjectName> tables, Set<NamedColumn> columns) {
    static final Novelty NONE = new Novelty(Set.of(), Set.of());

    record NamedColumn(ObjectName table, String column) {}

    boolean isNew(ObjectName table) {
        return tables.contains(table);
    }

    boolean isNew(ObjectName table, String column) {
        return isNew(table) || columns.contains(new NamedColumn(table, column));
    }

    Novelty after(DdlOperation operation, Schema before) {
        if (operation instanceof CreateTable create && creates(create, before)) {
            return with(create.table());
        }
        if (operation instanceof RenameTable rename && isNew(rename.table())) {
            return with(new ObjectName(rename.table().schema(), rename.newName()));
        }
        if (operation instanceof AddColumn add && adds(add, before)) {
            return with(add.table(), add.column().name());
        }
        if (operation instanceof RenameColumn rename && isNew(rename.table(), rename.column())) {
            return with(rename.table(), rename.newName());
        }
        return this;
    }

    /** With IF NOT EXISTS the table can be an old one; it is taken for new unless a migration made it. */
    private static boolean creates(CreateTable create, Schema before) {
        return !create.ifNotExists()
                || before.table(create.table()).filter(Table::known).isEmpty();
    }

    private static boolean adds(AddColumn add, Schema before) {
        return !add.ifNotExists()
                || before.table(add.table())
                        .filter(table -> table.known()
                                && table.column(add.column().name()).isEmpty())
                        .isPresent();
    }

    private Novelty with(ObjectName table) {
        Set<ObjectName> more = new HashSet<>(tables);
        more.add(table);
        return new Novelty(Set.copyOf(more), columns);
    }

    private Novelty with(ObjectName table, String column) {
        Set<NamedColumn> more = new HashSet<>(columns);
        more.add(new NamedColumn(table, column));
        return new Novelty(tables, Set.copyOf(more));
    }
}

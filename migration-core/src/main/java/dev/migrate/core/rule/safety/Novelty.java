package dev.migrate.core.rule.safety;

import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.DdlOperation.AddColumn;
import dev.migrate.core.operation.DdlOperation.CreateTable;
import dev.migrate.core.operation.DdlOperation.RenameColumn;
import dev.migrate.core.operation.DdlOperation.RenameTable;
import dev.migrate.core.operation.DdlOperation.TableSetting;
import dev.migrate.core.operation.ObjectChange;
import dev.migrate.core.operation.ObjectKind;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.operation.SettingKind;
import dev.migrate.core.operation.TypeOperation;
import dev.migrate.core.schema.Schema;
import dev.migrate.core.schema.SchemaObject;
import dev.migrate.core.schema.Table;
import java.util.HashSet;
import java.util.Set;

/** What a migration has made so far: no release can use it yet, and no one waits for a lock on it. */
record Novelty(
        Set<ObjectName> tables, Set<NamedColumn> columns, Set<SchemaObject> objects, Set<TableSetting> switchedOff) {
    static final Novelty NONE = new Novelty(Set.of(), Set.of(), Set.of(), Set.of());

    record NamedColumn(ObjectName table, String column) {}

    boolean isNew(ObjectName table) {
        return tables.contains(table);
    }

    boolean isNew(ObjectName table, String column) {
        return isNew(table) || columns.contains(new NamedColumn(table, column));
    }

    /** Whether the view, type, function or other object is as new, and as it was made. */
    boolean isNew(SchemaObject object) {
        return objects.contains(object);
    }

    /** Whether it switches on what the migration itself switched off. */
    boolean isSwitchedBack(TableSetting on) {
        return on.kind() == SettingKind.ENABLE_TRIGGER
                && switchedOff.stream()
                        .anyMatch(off ->
                                off.table().equals(on.table()) && off.value().equals(on.value()));
    }

    Novelty after(DdlOperation operation, Schema before) {
        if (operation instanceof TableSetting setting && setting.kind() == SettingKind.DISABLE_TRIGGER) {
            Set<TableSetting> more = new HashSet<>(switchedOff);
            more.add(setting);
            return new Novelty(tables, columns, objects, Set.copyOf(more));
        }
        if (operation instanceof ObjectChange change && makes(change, before)) {
            Novelty with = before.apply(change).like(change).map(this::with).orElse(this);
            return change.kind() == ObjectKind.MATERIALIZED_VIEW ? with.with(change.object()) : with;
        }
        if (operation instanceof TypeOperation.CreateType create) {
            return before.apply(create).type(create.type()).map(this::with).orElse(this);
        }
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

    /** What OR REPLACE and IF NOT EXISTS find is taken for new unless a migration made it. */
    private static boolean makes(ObjectChange change, Schema before) {
        return change.creates() && before.like(change).isEmpty();
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
        return new Novelty(Set.copyOf(more), columns, objects, switchedOff);
    }

    private Novelty with(ObjectName table, String column) {
        Set<NamedColumn> more = new HashSet<>(columns);
        more.add(new NamedColumn(table, column));
        return new Novelty(tables, Set.copyOf(more), objects, switchedOff);
    }

    private Novelty with(SchemaObject object) {
        Set<SchemaObject> more = new HashSet<>(objects);
        more.add(object);
        return new Novelty(tables, columns, Set.copyOf(more), switchedOff);
    }
}

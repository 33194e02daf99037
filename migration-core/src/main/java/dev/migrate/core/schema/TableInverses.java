package dev.migrate.core.schema;

import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.operation.OperationSql;
import dev.migrate.core.operation.PartitionBound;
import dev.migrate.core.operation.SettingKind;
import java.util.List;
import java.util.Optional;

/** The way back of moving a table, of partitions, identity and settings. */
final class TableInverses {
    private static final OperationSql SQL = OperationSql.quoted();

    private final Schema before;

    TableInverses(Schema before) {
        this.before = before;
    }

    Optional<List<String>> of(DdlOperation operation) {
        if (operation instanceof DdlOperation.SetTableSchema move) {
            return move.table()
                    .schema()
                    .map(schema -> alter(
                            ObjectName.of(move.schema(), move.table().name()), "SET SCHEMA " + SQL.quote(schema)));
        }
        if (operation instanceof DdlOperation.Inherit inherit) {
            String words = inherit.ends() ? "INHERIT " : "NO INHERIT ";
            return Optional.of(alter(inherit.table(), words + SQL.name(inherit.parent())));
        }
        if (operation instanceof DdlOperation.AttachPartition attach) {
            return Optional.of(alter(attach.table(), "DETACH PARTITION " + SQL.name(attach.partition())));
        }
        if (operation instanceof DdlOperation.DetachPartition detach) {
            return before.table(detach.partition())
                    .flatMap(partition -> partition.form().bound())
                    .map(bound -> alter(
                            detach.table(), "ATTACH PARTITION " + SQL.name(detach.partition()) + " " + bound(bound)));
        }
        if (operation instanceof DdlOperation.AlterGeneration alter) {
            boolean adds = alter.action() == DdlOperation.AlterGeneration.Action.ADD_IDENTITY;
            return adds
                    ? Optional.of(alter(alter.table(), "ALTER COLUMN " + SQL.quote(alter.column()) + " DROP IDENTITY"))
                    : Optional.empty();
        }
        return operation instanceof DdlOperation.TableSetting setting ? setting(setting) : Optional.empty();
    }

    private Optional<List<String>> setting(DdlOperation.TableSetting setting) {
        Optional<Table> table = before.table(setting.table()).filter(Table::known);
        boolean logged = setting.kind() == SettingKind.LOGGED;
        if (table.isEmpty() || (!logged && setting.kind() != SettingKind.UNLOGGED)) {
            return Optional.empty();
        }
        boolean unlogged = table.get().form().unlogged();
        return unlogged == logged
                ? Optional.of(alter(setting.table(), unlogged ? "SET UNLOGGED" : "SET LOGGED"))
                : Optional.of(List.of());
    }

    private static List<String> alter(ObjectName table, String action) {
        return List.of("ALTER TABLE " + SQL.name(table) + " " + action);
    }

    private static String bound(PartitionBound bound) {
        return switch (bound.kind()) {
            case DEFAULT -> "DEFAULT";
            case RANGE -> "FOR VALUES FROM (" + list(bound.from()) + ") TO (" + list(bound.to()) + ")";
            case LIST -> "FOR VALUES IN (" + list(bound.from()) + ")";
            case HASH -> "FOR VALUES WITH (MODULUS " + list(bound.from()) + ", REMAINDER " + list(bound.to()) + ")";
        };
    }

    private static String list(List<String> values) {
        return String.join(", ", values);
    }
}

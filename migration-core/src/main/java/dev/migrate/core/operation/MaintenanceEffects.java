package dev.migrate.core.operation;

import dev.migrate.core.schema.Schema;
import dev.migrate.core.schema.Table;
import java.util.Optional;

/** Effects of work on what is stored: VACUUM, ANALYZE, CLUSTER, REINDEX, REFRESH. */
final class MaintenanceEffects {
    private final Schema before;

    MaintenanceEffects(Schema before) {
        this.before = before;
    }

    Effect of(Maintenance maintenance) {
        Optional<ObjectName> relation = maintenance.relation();
        EffectDraft draft = new EffectDraft();
        if (relation.isEmpty() || namesNoRelation(maintenance.kind())) {
            return ofAll(draft, maintenance).may().done();
        }
        return switch (maintenance.kind()) {
            case VACUUM, ANALYZE ->
                draft.lock(relation.get(), LockMode.SHARE_UPDATE_EXCLUSIVE)
                        .scans()
                        .done();
            case VACUUM_FULL, CLUSTER ->
                draft.lock(relation.get(), LockMode.ACCESS_EXCLUSIVE).rewrites().done();
            case REFRESH, REFRESH_EMPTY -> refresh(draft, maintenance, relation.get());
            case REINDEX_INDEX -> reindexIndex(draft, maintenance, relation.get());
            default -> reindexTable(draft, maintenance, relation.get());
        };
    }

    private static boolean namesNoRelation(Maintenance.Kind kind) {
        return switch (kind) {
            case REINDEX_SCHEMA, REINDEX_DATABASE, REINDEX_SYSTEM, MOVE_TABLESPACE -> true;
            default -> false;
        };
    }

    /** The tables are not known. */
    private static EffectDraft ofAll(EffectDraft draft, Maintenance maintenance) {
        return switch (maintenance.kind()) {
            case VACUUM, ANALYZE -> draft.scans();
            case VACUUM_FULL, CLUSTER, MOVE_TABLESPACE -> draft.rewrites();
            default -> draft.buildsIndex();
        };
    }

    private static Effect refresh(EffectDraft draft, Maintenance refresh, ObjectName view) {
        if (refresh.concurrently()) {
            return draft.lock(view, LockMode.EXCLUSIVE).scans().done();
        }
        draft.lock(view, LockMode.ACCESS_EXCLUSIVE).rewrites();
        // Reading a view that is not populated is an error.
        return refresh.kind() == Maintenance.Kind.REFRESH_EMPTY
                ? draft.narrows().done()
                : draft.done();
    }

    private Effect reindexIndex(EffectDraft draft, Maintenance reindex, ObjectName index) {
        draft.lock(index, reindex.concurrently() ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE);
        Optional<Table> table = before.tableOfIndex(index);
        table.ifPresent(each -> draft.lock(each.name(), ofTable(reindex)));
        return draft.buildsIndex().mayUnless(table.isPresent()).done();
    }

    private Effect reindexTable(EffectDraft draft, Maintenance reindex, ObjectName table) {
        draft.lock(table, ofTable(reindex)).buildsIndex();
        return draft.mayUnless(before.table(table).filter(Table::known).isPresent())
                .done();
    }

    private static LockMode ofTable(Maintenance reindex) {
        return reindex.concurrently() ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.SHARE;
    }
}

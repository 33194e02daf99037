package dev.migrate.core.operation;

import dev.migrate.core.schema.Schema;
import dev.migrate.core.schema.Table;
import java.util.Optional;

/** Effects of work on what is stored: VACUUM, ANALYZE, CLUSTER, REINDEX, REFRESH. */
final class MaintenanceEffects {
    /** Since this major REINDEX works on partitions, one transaction each. */
    private static final int REINDEX_OF_PARTITIONS = 14;
    /** Since this major ANALYZE works on what inherits. */
    private static final int ANALYZE_OF_CHILDREN = 18;

    private final Schema before;
    private final int major;

    MaintenanceEffects(Schema before, int major) {
        this.before = before;
        this.major = major;
    }

    Effect of(Maintenance maintenance) {
        Optional<ObjectName> relation = maintenance.relation();
        EffectDraft draft = new EffectDraft();
        if (relation.isEmpty() || namesNoRelation(maintenance.kind())) {
            return ofAll(draft, maintenance).may().done();
        }
        return switch (maintenance.kind()) {
            case VACUUM -> weak(draft, relation.get()).scans().done();
            // Only a sample is read.
            case ANALYZE -> weak(draft, relation.get()).done();
            case VACUUM_FULL, CLUSTER -> rewrite(draft, relation.get());
            case REFRESH, REFRESH_EMPTY -> refresh(draft, maintenance, relation.get());
            case REINDEX_INDEX -> reindexIndex(draft, maintenance, relation.get());
            default -> reindexTable(draft, maintenance, relation.get());
        };
    }

    private EffectDraft weak(EffectDraft draft, ObjectName table) {
        draft.lock(table, LockMode.SHARE_UPDATE_EXCLUSIVE);
        for (Table child : before.children(table)) {
            if (child.form().bound().isPresent() || major >= ANALYZE_OF_CHILDREN) {
                weak(draft, child.name());
            }
        }
        return draft;
    }

    private Effect rewrite(EffectDraft draft, ObjectName table) {
        draft.lock(table, LockMode.ACCESS_EXCLUSIVE).rewrites();
        if (isPartitioned(table)) {
            before.descendants(table)
                    .forEach(each -> draft.lock(each, LockMode.ACCESS_EXCLUSIVE).worksOn(each));
        }
        return draft.done();
    }

    private boolean isPartitioned(ObjectName table) {
        return before.table(table).filter(each -> each.form().partitioned()).isPresent();
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
            case VACUUM -> draft.scans();
            case ANALYZE -> draft;
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
        table.ifPresent(each -> draft.lock(each.name(), ofTable(reindex)).worksOnlyOn(each.name()));
        return draft.buildsIndex().mayUnless(table.isPresent()).done();
    }

    private Effect reindexTable(EffectDraft draft, Maintenance reindex, ObjectName table) {
        draft.lock(table, ofTable(reindex));
        if (isPartitioned(table)) {
            if (major >= REINDEX_OF_PARTITIONS) {
                before.descendants(table)
                        .forEach(each ->
                                draft.lock(each, ofTable(reindex)).buildsIndex().worksOn(each));
            }
            return draft.done();
        }
        draft.buildsIndex();
        return draft.mayUnless(before.table(table).filter(Table::known).isPresent())
                .done();
    }

    private static LockMode ofTable(Maintenance reindex) {
        return reindex.concurrently() ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.SHARE;
    }
}

package dev.migrate.core.operation;

import dev.migrate.core.operation.DdlOperation.AttachPartition;
import dev.migrate.core.operation.DdlOperation.DetachPartition;
import dev.migrate.core.schema.Schema;
import dev.migrate.core.schema.Table;
import java.util.List;
import java.util.Optional;

/** Effects on partitions and on tables that inherit. */
final class PartitionEffects {
    /** Since this major ATTACH lets others use the partitioned table meanwhile. */
    private static final int ATTACH_UNDER_WEAK_LOCK = 12;
    /** Since this major DETACH locks the partition against everything, too. */
    private static final int DETACH_LOCKS_PARTITION = 14;

    private final Schema before;
    private final int major;

    PartitionEffects(Schema before, int major) {
        this.before = before;
        this.major = major;
    }

    Effect of(DdlOperation.OfTable operation) {
        if (operation instanceof AttachPartition attach) {
            return attach(attach);
        }
        if (operation instanceof DetachPartition detach) {
            return detach(detach);
        }
        DdlOperation.Inherit inherit = (DdlOperation.Inherit) operation;
        return new EffectDraft()
                .lock(inherit.table(), LockMode.ACCESS_EXCLUSIVE)
                .lock(inherit.parent(), LockMode.SHARE_UPDATE_EXCLUSIVE)
                .narrows()
                .done();
    }

    private Effect attach(AttachPartition attach) {
        LockMode ofParent =
                major >= ATTACH_UNDER_WEAK_LOCK ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE;
        EffectDraft draft =
                new EffectDraft().lock(attach.table(), ofParent).lock(attach.partition(), LockMode.ACCESS_EXCLUSIVE);
        Optional<Table> parent = before.table(attach.table());
        Optional<Table> partition = before.table(attach.partition());
        draft.mayUnless(parent.filter(Table::known).isPresent()
                && partition.filter(Table::known).isPresent());
        // A validated CHECK can spare the scan.
        draft.scans()
                .worksOnlyOn(attach.partition())
                .mayUnless(partition
                        .filter(table -> table.constraints().stream()
                                .noneMatch(each -> each.spec() instanceof ConstraintSpec.Check))
                        .isPresent());
        defaultPartition(attach.table()).ifPresent(other -> besideDefault(draft, other));
        return draft.widens().done();
    }

    /** The default partition may hold rows of the new one: it is read to the end. */
    static void besideDefault(EffectDraft draft, Table defaultPartition) {
        draft.lock(defaultPartition.name(), LockMode.ACCESS_EXCLUSIVE).scans().worksOnlyOn(defaultPartition.name());
    }

    Optional<Table> defaultPartition(ObjectName parent) {
        return before.children(parent).stream()
                .filter(child ->
                        child.form().bound().filter(PartitionBound::isDefault).isPresent())
                .findFirst();
    }

    private Effect detach(DetachPartition detach) {
        EffectDraft draft = new EffectDraft().narrows();
        if (detach.mode() != DetachPartition.Mode.PLAIN) {
            return draft.lock(detach.table(), LockMode.SHARE_UPDATE_EXCLUSIVE)
                    .lock(detach.partition(), LockMode.ACCESS_EXCLUSIVE)
                    .done();
        }
        LockMode ofPartition =
                major >= DETACH_LOCKS_PARTITION ? LockMode.ACCESS_EXCLUSIVE : LockMode.SHARE_UPDATE_EXCLUSIVE;
        draft.lock(detach.table(), LockMode.ACCESS_EXCLUSIVE).lock(detach.partition(), ofPartition);
        defaultPartition(detach.table()).ifPresent(other -> draft.lock(other.name(), LockMode.ACCESS_EXCLUSIVE));
        return draft.done();
    }

    /** CREATE TABLE … PARTITION OF and INHERITS. */
    void ofNewTable(EffectDraft draft, TableForm form) {
        List<ObjectName> parents = form.parents();
        boolean partition = form.bound().isPresent();
        for (ObjectName parent : parents) {
            draft.lock(parent, partition ? LockMode.ACCESS_EXCLUSIVE : LockMode.SHARE_UPDATE_EXCLUSIVE);
            draft.mayUnless(before.table(parent).isPresent());
            if (partition) {
                defaultPartition(parent).ifPresent(other -> besideDefault(draft, other));
            }
        }
    }
}

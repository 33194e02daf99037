package dev.migrate.core.operation;

import dev.migrate.core.operation.DdlOperation.AttachPartition;
import dev.migrate.core.operation.DdlOperation.DetachPartition;
import dev.migrate.core.operation.TableForm.PartitionKey;
import dev.migrate.core.schema.Constraint;
import dev.migrate.core.schema.Schema;
import dev.migrate.core.schema.Table;
import dev.migrate.core.sql.SqlExpressions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
        EffectDraft draft = new EffectDraft()
                .lock(inherit.table(), LockMode.ACCESS_EXCLUSIVE)
                .narrows();
        return inherit.ends()
                ? draft.done()
                : draft.lock(inherit.parent(), LockMode.SHARE_UPDATE_EXCLUSIVE).done();
    }

    private Effect attach(AttachPartition attach) {
        LockMode ofParent =
                major >= ATTACH_UNDER_WEAK_LOCK ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE;
        EffectDraft draft =
                new EffectDraft().lock(attach.table(), ofParent).lock(attach.partition(), LockMode.ACCESS_EXCLUSIVE);
        before.descendants(attach.partition()).forEach(each -> draft.lock(each, LockMode.ACCESS_EXCLUSIVE));
        Optional<Table> parent = before.table(attach.table());
        Optional<Table> partition = before.table(attach.partition());
        boolean known = parent.filter(Table::known).isPresent()
                && partition.filter(Table::known).isPresent();
        draft.mayUnless(known).widens();
        if (parent.isEmpty() || partition.isEmpty()) {
            return draft.scans().worksOnlyOn(attach.partition()).done();
        }
        rows(draft, attach, parent.get(), partition.get());
        keys(draft, parent.get(), partition.get());
        besideDefault(draft, attach.table(), attach.bound());
        return draft.done();
    }

    /** The rows are read, unless validated constraints prove that all of them belong there. */
    private void rows(EffectDraft draft, AttachPartition attach, Table parent, Table partition) {
        PartitionBound bound = attach.bound();
        if (bound.isDefault() && before.children(parent.name()).isEmpty()) {
            return;
        }
        Optional<PartitionKey> key = parent.form().partitionBy();
        boolean provable = key.isPresent()
                && (bound.kind() == PartitionBound.Kind.RANGE || bound.kind() == PartitionBound.Kind.LIST);
        boolean takesNull = bound.from().stream().anyMatch("null"::equalsIgnoreCase);
        if (provable && (takesNull || key.get().keys().stream().allMatch(partition::provesNotNull))) {
            String column = key.get().keys().get(0);
            List<String> conditions = conditions(partition).toList();
            if (SqlExpressions.allWithin(conditions, column, bound)) {
                return;
            }
            draft.mayUnless(conditions.stream().noneMatch(each -> SqlExpressions.mentions(each, column)));
        }
        draft.scans().worksOnlyOn(attach.partition());
    }

    private static Stream<String> conditions(Table table) {
        return table.constraints().stream()
                .filter(Constraint::validated)
                .filter(each -> each.spec() instanceof ConstraintSpec.Check)
                .map(each -> ((ConstraintSpec.Check) each.spec()).expression());
    }

    /** The partition gets what it lacks of the table's foreign keys and indexes; a foreign key that it has is replaced. */
    private void keys(EffectDraft draft, Table parent, Table partition) {
        for (Constraint constraint : parent.constraints()) {
            if (constraint.spec() instanceof ConstraintSpec.ForeignKey key) {
                boolean there = has(partition, constraint);
                draft.lock(key.referencedTable(), there ? LockMode.ACCESS_EXCLUSIVE : LockMode.SHARE_ROW_EXCLUSIVE);
                if (!there) {
                    ConstraintEffects.consult(draft, before, key.referencedTable());
                    draft.scans().worksOnlyOn(partition.name());
                }
            } else if (constraint.key() && !has(partition, constraint)) {
                draft.buildsIndex().worksOnlyOn(partition.name());
            }
        }
        boolean lacks = parent.indexes().stream()
                .filter(index -> !index.ofConstraint())
                .anyMatch(index -> partition.indexes().stream().noneMatch(index::alike));
        if (lacks) {
            draft.buildsIndex().worksOnlyOn(partition.name());
        }
    }

    private static boolean has(Table table, Constraint constraint) {
        return table.constraints().stream()
                .anyMatch(each -> each.spec().getClass() == constraint.spec().getClass()
                        && each.columns().equals(constraint.columns()));
    }

    /** The default partition may hold rows of the new one: it is read, unless a validated CHECK excludes them. */
    private void besideDefault(EffectDraft draft, ObjectName parent, PartitionBound bound) {
        Optional<Table> other = defaultPartition(parent);
        if (other.isEmpty()) {
            return;
        }
        draft.lock(other.get().name(), LockMode.ACCESS_EXCLUSIVE);
        List<ObjectName> divided = before.descendants(other.get().name());
        divided.forEach(each -> draft.lock(each, LockMode.ACCESS_EXCLUSIVE));
        Optional<String> column = before.table(parent)
                .flatMap(table -> table.form().partitionBy())
                .map(key -> key.keys().get(0));
        boolean excluded = column.isPresent()
                && conditions(other.get())
                        .anyMatch(condition -> SqlExpressions.noneWithin(condition, column.get(), bound));
        if (excluded) {
            return;
        }
        boolean mentioned = column.isPresent()
                && conditions(other.get()).anyMatch(each -> SqlExpressions.mentions(each, column.get()));
        draft.scans().worksOnlyOn(other.get().name()).mayUnless(!mentioned);
        divided.forEach(draft::worksOn);
    }

    private Optional<Table> defaultPartition(ObjectName parent) {
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
        before.descendants(detach.partition()).forEach(each -> draft.lock(each, ofPartition));
        defaultPartition(detach.table()).ifPresent(other -> draft.lock(other.name(), LockMode.ACCESS_EXCLUSIVE));
        // What referred to the whole table has to be read: a row may refer into the partition.
        for (Table other : before.referencing(detach.table())) {
            draft.lock(detach.partition(), LockMode.ACCESS_EXCLUSIVE)
                    .lock(other.name(), LockMode.ACCESS_EXCLUSIVE)
                    .scans()
                    .worksOnlyOn(other.name())
                    .consults(detach.partition());
        }
        TableEffects.referenced(before.table(detach.table()).stream().flatMap(table -> table.constraints().stream()))
                .forEach(referenced -> draft.lock(referenced, LockMode.SHARE_ROW_EXCLUSIVE));
        return draft.done();
    }

    /** CREATE TABLE … PARTITION OF and INHERITS. */
    void ofNewTable(EffectDraft draft, TableForm form) {
        boolean partition = form.bound().isPresent();
        for (ObjectName parent : form.parents()) {
            draft.lock(parent, partition ? LockMode.ACCESS_EXCLUSIVE : LockMode.SHARE_UPDATE_EXCLUSIVE);
            draft.mayUnless(before.table(parent).isPresent());
            if (partition) {
                TableEffects.referenced(before.table(parent).stream().flatMap(table -> table.constraints().stream()))
                        .forEach(referenced -> draft.lock(referenced, LockMode.SHARE_ROW_EXCLUSIVE));
                besideDefault(draft, parent, form.bound().get());
            }
        }
    }

    /** DROP TABLE of a partition: all that its table has to know of it, and its default partition's bound, change. */
    void ofDropped(EffectDraft draft, Table partition) {
        for (ObjectName parent : partition.form().parents()) {
            draft.lock(parent, LockMode.ACCESS_EXCLUSIVE);
            defaultPartition(parent).ifPresent(other -> draft.lock(other.name(), LockMode.ACCESS_EXCLUSIVE));
        }
    }

    /** The foreign keys that a partition has by itself: those of its table stay when it goes. */
    Stream<Constraint> ownConstraints(Table table) {
        List<ConstraintSpec> inherited = table.form().bound().isEmpty()
                ? List.of()
                : table.form().parents().stream()
                        .flatMap(parent -> before.table(parent).stream())
                        .flatMap(parent -> parent.constraints().stream())
                        .map(Constraint::spec)
                        .toList();
        return table.constraints().stream().filter(each -> inherited.stream().noneMatch(each.spec()::equals));
    }
}

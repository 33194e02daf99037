package dev.migrate.core.operation;

import dev.migrate.core.operation.DdlOperation.DataChange;
import dev.migrate.core.operation.DdlOperation.DataChange.Verb;
import dev.migrate.core.operation.DdlOperation.LockTable;
import dev.migrate.core.schema.Constraint;
import dev.migrate.core.schema.Schema;
import dev.migrate.core.schema.SchemaObject;
import dev.migrate.core.schema.Table;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Effects of writing rows, of emptying tables and of LOCK. */
final class DataEffects {
    private final Schema before;

    DataEffects(Schema before) {
        this.before = before;
    }

    /** LOCK of a view locks what it reads, too. */
    Effect of(LockTable lock) {
        EffectDraft draft = new EffectDraft().lock(lock.table(), lock.mode());
        if (!lock.only()) {
            before.descendants(lock.table()).forEach(child -> draft.lock(child, lock.mode()));
        }
        readBy(lock.table(), new LinkedHashSet<>()).forEach(read -> {
            draft.lock(read, lock.mode());
            before.descendants(read).forEach(child -> draft.lock(child, lock.mode()));
        });
        return draft.done();
    }

    private Set<ObjectName> readBy(ObjectName view, Set<ObjectName> reached) {
        before.relation(view)
                .filter(SchemaObject::view)
                .ifPresent(object -> object.form().uses().stream()
                        .map(before::resolve)
                        .filter(reached::add)
                        .forEach(read -> readBy(read, reached)));
        return reached;
    }

    Effect of(DataChange change) {
        return change.verb() == Verb.TRUNCATE ? truncate(change) : write(change);
    }

    private Effect truncate(DataChange change) {
        Set<ObjectName> tables = new LinkedHashSet<>(List.of(change.table()));
        if (!change.only()) {
            tables.addAll(before.descendants(change.table()));
        }
        EffectDraft draft = new EffectDraft();
        if (change.cascade()) {
            // Tables that no migration created can reference it too.
            tables.addAll(before.referencingAtAnyDistance(change.table()));
            draft.may();
        }
        for (ObjectName table : tables) {
            draft.lock(table, LockMode.ACCESS_EXCLUSIVE);
            if (!before.table(table).filter(each -> each.form().partitioned()).isPresent()) {
                draft.empties(table);
            }
        }
        return draft.done();
    }

    /** Which partitions a condition or a row leads to is not known, and neither is whether a row meets a foreign key. */
    private Effect write(DataChange change) {
        EffectDraft draft = new EffectDraft().lock(change.table(), LockMode.ROW_EXCLUSIVE);
        if (!change.only()) {
            List<ObjectName> children = before.descendants(change.table());
            children.forEach(child -> draft.lock(child, LockMode.ROW_EXCLUSIVE));
            draft.mayUnless(children.isEmpty());
        }
        // A view that can be written hands the rows on; which of several relations gets them is not read.
        readBy(change.table(), new LinkedHashSet<>())
                .forEach(read -> draft.lock(read, LockMode.ROW_EXCLUSIVE).may());
        if (change.verb() != Verb.DELETE) {
            referenced(change.table())
                    .forEach(table -> draft.lock(table, LockMode.ROW_SHARE).may());
        }
        if (change.verb() != Verb.INSERT) {
            referencing(draft, change.table());
        }
        return draft.done();
    }

    /** What a new row refers to may not go meanwhile. */
    private List<ObjectName> referenced(ObjectName table) {
        return TableEffects.referenced(before.table(table).stream().flatMap(each -> each.constraints().stream()))
                .toList();
    }

    /** Rows that refer to one that goes are looked for, and go or change with it where the key says so. */
    private void referencing(EffectDraft draft, ObjectName table) {
        for (Table other : before.referencing(table)) {
            boolean follows = other.constraints().stream()
                    .filter(each -> each.references(table))
                    .anyMatch(DataEffects::changesRows);
            draft.lock(other.name(), follows ? LockMode.ROW_EXCLUSIVE : LockMode.ROW_SHARE)
                    .may();
        }
    }

    private static boolean changesRows(Constraint constraint) {
        return constraint.spec() instanceof ConstraintSpec.ForeignKey key
                && key.options()
                        .filter(options -> options.contains("CASCADE") || options.contains("SET "))
                        .isPresent();
    }
}

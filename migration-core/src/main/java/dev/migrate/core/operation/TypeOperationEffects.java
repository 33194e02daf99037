package dev.migrate.core.operation;

import dev.migrate.core.operation.TypeOperation.ChangeComposite;
import dev.migrate.core.operation.TypeOperation.ChangeDomain;
import dev.migrate.core.schema.Schema;
import dev.migrate.core.schema.SchemaObject;
import java.util.List;
import java.util.Optional;

/** Effects of changes to types and domains: an enum locks no table, a domain's new rule reads every table that uses it. */
final class TypeOperationEffects {
    private final Schema before;

    TypeOperationEffects(Schema before) {
        this.before = before;
    }

    Effect of(TypeOperation operation) {
        EffectDraft draft = new EffectDraft();
        if (operation instanceof TypeOperation.CreateType) {
            return draft.widens().done();
        }
        if (operation instanceof TypeOperation.ChangeEnum change) {
            return (change.renames() ? draft.narrows() : draft.widens()).done();
        }
        return operation instanceof ChangeComposite change
                ? ofComposite(draft, change)
                : ofDomain(draft, (ChangeDomain) operation);
    }

    /** Tables that are made OF the type change with it; a column of the type makes PostgreSQL refuse all but a new name. */
    private Effect ofComposite(EffectDraft draft, ChangeComposite change) {
        draft.lock(change.type(), LockMode.ACCESS_EXCLUSIVE);
        draft.mayUnless(before.type(change.type()).isPresent());
        before.tables()
                .filter(table -> table.form()
                        .ofType()
                        .filter(type -> before.resolve(type).equals(change.type()))
                        .isPresent())
                .forEach(table -> {
                    draft.lock(table.name(), LockMode.ACCESS_EXCLUSIVE);
                    if (change.action() == ChangeComposite.Action.TYPE) {
                        draft.rewrites().worksOnlyOn(table.name());
                    }
                });
        return change.action() == ChangeComposite.Action.ADD
                ? draft.widens().done()
                : draft.narrows().done();
    }

    private Effect ofDomain(EffectDraft draft, ChangeDomain change) {
        switch (change.change()) {
            case ADD_CONSTRAINT -> {
                draft.narrows();
                if (change.added().filter(added -> !added.notValid()).isPresent()) {
                    scansUsers(draft, change.type());
                }
            }
            case SET_NOT_NULL -> {
                draft.narrows();
                scansUsers(draft, change.type());
            }
            case VALIDATE_CONSTRAINT -> scansUsers(draft, change.type());
            case DROP_NOT_NULL, DROP_CONSTRAINT, SET_DEFAULT -> draft.widens();
            case DROP_DEFAULT -> draft.narrows();
            case RENAME_CONSTRAINT -> {}
        }
        return draft.done();
    }

    /** Writers of every table with a column of the domain wait while all its rows are read. */
    private void scansUsers(EffectDraft draft, ObjectName domain) {
        List<Schema.ColumnUse> uses = new Domains(before).usesOf(domain);
        uses.forEach(use -> draft.lock(use.table(), LockMode.SHARE).worksOn(use.table()));
        if (!uses.isEmpty()) {
            draft.scans();
        }
        Optional<SchemaObject> known = before.type(domain);
        // A domain that no migration made can be used by tables that none made.
        if (known.isEmpty()) {
            draft.scans().may();
        }
    }
}

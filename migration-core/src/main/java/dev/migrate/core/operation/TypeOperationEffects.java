package dev.migrate.core.operation;

/** Effects of changes to types and domains: an enum locks no table, a domain's new rule reads every table that uses it. */
final class TypeOperationEffects {
    Effect of(TypeOperation operation) {
        EffectDraft draft = new EffectDraft();
        if (operation instanceof TypeOperation.CreateType) {
            return draft.widens().done();
        }
        if (operation instanceof TypeOperation.ChangeEnum change) {
            return (change.renames() ? draft.narrows() : draft.widens()).done();
        }
        return draft.narrows().may().done();
    }
}

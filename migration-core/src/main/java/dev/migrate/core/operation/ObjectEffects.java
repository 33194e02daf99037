package dev.migrate.core.operation;

import dev.migrate.core.operation.ObjectChange.Verb;
import java.util.Set;

/**
 * Effects of changes to objects that are no tables: they wait for the table or view that the object belongs to, never
 * for its rows.
 */
final class ObjectEffects {
    /** What statements of a release name, or what decides over their rows. */
    private static final Set<ObjectKind> NAMED_BY_STATEMENTS = Set.of(
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.FOREIGN_TABLE,
            ObjectKind.SEQUENCE,
            ObjectKind.TYPE,
            ObjectKind.DOMAIN,
            ObjectKind.FUNCTION,
            ObjectKind.PROCEDURE,
            ObjectKind.ROUTINE,
            ObjectKind.AGGREGATE,
            ObjectKind.OPERATOR,
            ObjectKind.SCHEMA,
            ObjectKind.EXTENSION);

    Effect of(ObjectChange change) {
        EffectDraft draft = new EffectDraft();
        locks(draft, change);
        manner(draft, change);
        return draft.done();
    }

    private static void locks(EffectDraft draft, ObjectChange change) {
        if (change.describes()) {
            described(draft, change);
            return;
        }
        switch (change.kind()) {
            case TRIGGER ->
                change.on()
                        .ifPresent(table -> draft.lock(
                                table, change.creates() ? LockMode.SHARE_ROW_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE));
            case RULE, POLICY -> change.on().ifPresent(table -> draft.lock(table, LockMode.ACCESS_EXCLUSIVE));
            case STATISTICS -> change.on().ifPresent(table -> draft.lock(table, LockMode.SHARE_UPDATE_EXCLUSIVE));
            case VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE -> {
                if (change.verb() != Verb.CREATE) {
                    draft.lock(change.object(), LockMode.ACCESS_EXCLUSIVE);
                }
            }
            case SEQUENCE -> {
                if (change.verb() != Verb.CREATE) {
                    draft.lock(
                            change.object(),
                            change.verb() == Verb.ALTER ? LockMode.SHARE_ROW_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE);
                }
            }
            default -> {}
        }
    }

    /** COMMENT on a table or what belongs to it takes SHARE UPDATE EXCLUSIVE; a new owner ACCESS EXCLUSIVE. */
    private static void described(EffectDraft draft, ObjectChange change) {
        boolean relation = switch (change.kind()) {
            case TABLE, VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE, SEQUENCE, COLUMN -> true;
            default -> false;
        };
        ObjectName locked = change.kind() == ObjectKind.COLUMN ? change.on().orElse(change.object()) : change.object();
        if (relation && (change.verb() == Verb.COMMENT || change.verb() == Verb.LABEL)) {
            draft.lock(locked, LockMode.SHARE_UPDATE_EXCLUSIVE);
        }
        if (relation && change.verb() == Verb.OWNER) {
            draft.lock(locked, LockMode.ACCESS_EXCLUSIVE);
        }
    }

    private void manner(EffectDraft draft, ObjectChange change) {
        boolean named = NAMED_BY_STATEMENTS.contains(change.kind());
        switch (change.verb()) {
            case CREATE -> draft.widens();
            case REPLACE -> draft.widens().may();
            case RENAME, SET_SCHEMA -> {
                if (named) {
                    draft.narrows();
                }
            }
            case DROP -> {
                if (named || change.kind() == ObjectKind.POLICY) {
                    draft.narrows();
                }
                draft.mayUnless(!change.form().cascade());
            }
            case REVOKE -> draft.narrows();
            default -> {}
        }
    }
}

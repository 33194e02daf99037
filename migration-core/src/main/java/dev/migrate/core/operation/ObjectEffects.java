package dev.migrate.core.operation;

import dev.migrate.core.operation.ObjectChange.Verb;
import dev.migrate.core.schema.Schema;
import dev.migrate.core.schema.SchemaObject;
import dev.migrate.core.schema.Table;
import dev.migrate.core.sql.SqlNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Effects of changes to objects that are no tables: they wait for the table or view that the object belongs to, never
 * for its rows.
 */
final class ObjectEffects {
    private static final Pattern LITERAL = Pattern.compile("'((?:[^']|'')*)'");

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

    /** Whose ALTER can take away columns, rows or functions; what exactly is not kept. */
    private static final Set<ObjectKind> CHANGED_BY_ALTER =
            Set.of(ObjectKind.FOREIGN_TABLE, ObjectKind.POLICY, ObjectKind.EXTENSION);

    private final Schema before;

    ObjectEffects(Schema before) {
        this.before = before;
    }

    Effect of(ObjectChange change) {
        EffectDraft draft = new EffectDraft();
        locks(draft, change);
        manner(draft, change);
        return draft.done();
    }

    private void locks(EffectDraft draft, ObjectChange change) {
        if (change.describes()) {
            described(draft, change);
            return;
        }
        switch (change.kind()) {
            case TRIGGER -> trigger(draft, change);
            case RULE, POLICY, CONSTRAINT, COLUMN -> lockOn(draft, change, LockMode.ACCESS_EXCLUSIVE);
            case STATISTICS -> statistics(draft, change);
            case VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE -> relation(draft, change);
            case SEQUENCE -> sequence(draft, change);
            case TYPE -> composite(draft, change);
            case PUBLICATION -> publication(draft, change);
            default -> {}
        }
        if (change.verb() == Verb.DROP && change.form().cascade()) {
            cascade(draft, change);
        }
    }

    private static void lockOn(EffectDraft draft, ObjectChange change, LockMode mode) {
        change.on().ifPresent(table -> draft.lock(table, mode));
    }

    /** A trigger for each row stands on every partition, too; whether it is one is not kept. */
    private void trigger(EffectDraft draft, ObjectChange change) {
        LockMode mode = change.creates() ? LockMode.SHARE_ROW_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE;
        lockOn(draft, change, mode);
        // Where IF EXISTS finds none, nobody waits.
        draft.mayUnless(!change.form().guarded() || before.like(change).isPresent());
        change.on()
                .filter(on -> before.table(on)
                        .filter(table -> table.form().partitioned())
                        .isPresent())
                .ifPresent(partitioned -> before.descendants(partitioned)
                        .forEach(each -> draft.lock(each, mode).may()));
    }

    /** DROP STATISTICS does not name the table. */
    private void statistics(EffectDraft draft, ObjectChange change) {
        lockOn(draft, change, LockMode.SHARE_UPDATE_EXCLUSIVE);
        if (change.verb() != Verb.DROP) {
            return;
        }
        List<SchemaObject> known = before.named(ObjectKind.STATISTICS, change.object());
        known.stream()
                .flatMap(statistics -> statistics.on().stream())
                .forEach(table -> draft.lock(table, LockMode.SHARE_UPDATE_EXCLUSIVE));
        draft.mayUnless(!known.isEmpty() || change.form().guarded());
    }

    /** Until a view is there nobody waits for it. */
    private void relation(EffectDraft draft, ObjectChange change) {
        boolean replaces = change.verb() == Verb.REPLACE
                && before.relation(change.object()).isPresent();
        if (!change.creates() || replaces) {
            draft.lock(change.object(), LockMode.ACCESS_EXCLUSIVE);
        }
        boolean partition = change.kind() == ObjectKind.FOREIGN_TABLE && change.creates();
        change.on().filter(parent -> partition).ifPresent(parent -> draft.lock(parent, LockMode.ACCESS_EXCLUSIVE));
    }

    private static void sequence(EffectDraft draft, ObjectChange change) {
        if (change.creates()) {
            return;
        }
        boolean moves = change.detail()
                .filter(words -> words.equals("SETVAL") || words.equals("NEXTVAL"))
                .isPresent();
        LockMode altered = moves ? LockMode.ROW_EXCLUSIVE : LockMode.SHARE_ROW_EXCLUSIVE;
        draft.lock(change.object(), change.verb() == Verb.ALTER ? altered : LockMode.ACCESS_EXCLUSIVE);
    }

    /** A composite type has a relation of its own, which is locked as one. */
    private void composite(EffectDraft draft, ObjectChange change) {
        boolean moved = change.verb() == Verb.RENAME || change.verb() == Verb.DROP;
        before.type(change.object())
                .flatMap(SchemaObject::type)
                .filter(form -> moved && form instanceof TypeForm.Composite)
                .ifPresent(form -> draft.lock(change.object(), LockMode.ACCESS_EXCLUSIVE));
    }

    private static void publication(EffectDraft draft, ObjectChange change) {
        change.form().uses().forEach(table -> draft.lock(table, LockMode.SHARE_UPDATE_EXCLUSIVE));
    }

    private void cascade(EffectDraft draft, ObjectChange drop) {
        switch (drop.kind()) {
            case VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE ->
                before.viewsOf(drop.object()).forEach(view -> draft.lock(view.name(), LockMode.ACCESS_EXCLUSIVE));
            case TYPE, DOMAIN ->
                before.columnsOfType(drop.object()).forEach(use -> draft.lock(use.table(), LockMode.ACCESS_EXCLUSIVE));
            case FUNCTION, PROCEDURE, ROUTINE ->
                before.using(drop.object()).stream()
                        .flatMap(user -> user.on().stream())
                        .forEach(table -> draft.lock(table, LockMode.ACCESS_EXCLUSIVE));
            case SEQUENCE ->
                before.tables()
                        .filter(table -> takesFrom(table, drop.object()))
                        .forEach(table -> draft.lock(table.name(), LockMode.ACCESS_EXCLUSIVE));
            case SCHEMA -> inSchema(drop).forEach(table -> draft.lock(table, LockMode.ACCESS_EXCLUSIVE));
            default -> {}
        }
    }

    /** Whether a default of the table's calls the sequence, under the name in its literal: it goes with that. */
    private static boolean takesFrom(Table table, ObjectName sequence) {
        return table.columns().stream()
                .flatMap(column -> column.defaultExpression().stream())
                .flatMap(text -> LITERAL.matcher(text).results())
                .flatMap(literal -> SqlNames.written(literal.group(1).replace("''", "'")).stream())
                .anyMatch(name -> name.name().equals(sequence.name()));
    }

    private List<ObjectName> inSchema(ObjectChange drop) {
        return before.tables()
                .map(Table::name)
                .filter(name -> name.schema()
                        .orElse(before.defaultSchema())
                        .equals(drop.object().name()))
                .toList();
    }

    /**
     * COMMENT on a relation or its column takes SHARE UPDATE EXCLUSIVE, a new owner ACCESS EXCLUSIVE; a comment on a
     * constraint, trigger, rule or policy only makes sure that its table stays.
     */
    private static void described(EffectDraft draft, ObjectChange change) {
        Optional<ObjectName> relation = switch (change.kind()) {
            case TABLE, VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE, SEQUENCE, INDEX -> Optional.of(change.object());
            case COLUMN -> change.on();
            default -> Optional.empty();
        };
        if (change.verb() == Verb.COMMENT || change.verb() == Verb.LABEL) {
            relation.ifPresent(name -> draft.lock(name, LockMode.SHARE_UPDATE_EXCLUSIVE));
        }
        if (change.verb() == Verb.OWNER) {
            relation.ifPresent(name -> draft.lock(name, LockMode.ACCESS_EXCLUSIVE));
        }
    }

    private void manner(EffectDraft draft, ObjectChange change) {
        boolean named = NAMED_BY_STATEMENTS.contains(change.kind());
        switch (change.verb()) {
            case CREATE -> created(draft, change);
            case REPLACE -> replaced(draft, change);
            case RENAME, SET_SCHEMA -> {
                if (named || change.kind() == ObjectKind.COLUMN) {
                    draft.narrows();
                }
            }
            case DROP -> {
                boolean hidesRows = change.kind() == ObjectKind.POLICY || change.kind() == ObjectKind.OWNED;
                if (named || hidesRows) {
                    draft.narrows();
                }
                draft.mayUnless(!change.form().cascade());
            }
            case REVOKE -> draft.narrows();
            case ALTER -> {
                if (CHANGED_BY_ALTER.contains(change.kind())) {
                    draft.narrows().may();
                }
            }
            default -> {}
        }
    }

    private static void created(EffectDraft draft, ObjectChange create) {
        boolean restricts = create.detail().filter("RESTRICTIVE"::equals).isPresent();
        boolean rewritesStatements = create.kind() == ObjectKind.RULE;
        if (restricts || rewritesStatements) {
            draft.narrows().may();
        } else if (create.kind() == ObjectKind.TRIGGER || create.kind() == ObjectKind.EVENT_TRIGGER) {
            // What the function does with the rows is not read.
            draft.may();
        } else {
            draft.widens();
        }
    }

    /** What replaces something that is there can mean something else; where nothing is known to be there, it is made. */
    private void replaced(EffectDraft draft, ObjectChange replace) {
        Optional<SchemaObject> old = before.like(replace);
        boolean same = old.filter(each -> each.form().equals(replace.form())).isPresent();
        if (old.isEmpty() || same) {
            draft.widens().may();
        } else {
            draft.narrows().may();
        }
    }
}

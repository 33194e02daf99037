package dev.migrate.core.operation;

import dev.migrate.core.operation.DdlOperation.AlterConstraint.Change;
import dev.migrate.core.schema.Constraint;
import dev.migrate.core.schema.Index;
import dev.migrate.core.schema.Schema;
import dev.migrate.core.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Effects of adding, validating, dropping and renaming constraints. */
final class ConstraintEffects {
    private final Schema before;
    private final int major;

    ConstraintEffects(Schema before, int major) {
        this.before = before;
        this.major = major;
    }

    Effect of(DdlOperation operation) {
        if (operation instanceof DdlOperation.AddConstraint add) {
            return add(add.table(), add.constraint());
        }
        if (operation instanceof DdlOperation.ValidateConstraint validate) {
            return validate(validate);
        }
        if (operation instanceof DdlOperation.DropConstraint drop) {
            return drop(drop);
        }
        if (operation instanceof DdlOperation.AlterConstraint alter) {
            return alter(alter);
        }
        DdlOperation.RenameConstraint rename = (DdlOperation.RenameConstraint) operation;
        return new EffectDraft().lock(rename.table(), LockMode.ACCESS_EXCLUSIVE).done();
    }

    private Effect add(ObjectName name, ConstraintSpec spec) {
        EffectDraft draft = new EffectDraft();
        if (spec instanceof ConstraintSpec.ForeignKey key) {
            return foreignKey(draft, name, key);
        }
        draft.lock(name, LockMode.ACCESS_EXCLUSIVE);
        if (spec instanceof ConstraintSpec.Check check) {
            return check(draft, check);
        }
        if (spec instanceof ConstraintSpec.Unique unique) {
            // The index has refused duplicates already.
            return unique.usingIndex().isPresent()
                    ? draft.done()
                    : draft.buildsIndex().narrows().done();
        }
        if (spec instanceof ConstraintSpec.PrimaryKey key) {
            return primaryKey(draft, name, key);
        }
        if (spec instanceof ConstraintSpec.NotNull notNull) {
            NotNull proof = new NotNull(before, major);
            return notNull.notValid()
                    ? draft.narrows().done()
                    : proof.set(draft, name, notNull.column()).done();
        }
        return draft.scans().buildsIndex().narrows().done();
    }

    private static Effect check(EffectDraft draft, ConstraintSpec.Check check) {
        if (!check.enforced()) {
            return draft.done();
        }
        return check.notValid()
                ? draft.narrows().done()
                : draft.scans().narrows().done();
    }

    private Effect foreignKey(EffectDraft draft, ObjectName name, ConstraintSpec.ForeignKey key) {
        draft.lock(name, LockMode.SHARE_ROW_EXCLUSIVE).lock(key.referencedTable(), LockMode.SHARE_ROW_EXCLUSIVE);
        before.descendants(key.referencedTable()).forEach(each -> draft.lock(each, LockMode.SHARE_ROW_EXCLUSIVE));
        if (!key.enforced()) {
            return draft.done();
        }
        if (key.notValid()) {
            return draft.narrows().done();
        }
        consult(draft, before, key.referencedTable());
        return draft.scans().narrows().done();
    }

    /** For each row the one that it refers to is looked up. */
    static void consult(EffectDraft draft, Schema before, ObjectName referenced) {
        draft.consults(referenced);
        before.descendants(referenced).forEach(draft::consults);
    }

    private Effect primaryKey(EffectDraft draft, ObjectName name, ConstraintSpec.PrimaryKey key) {
        NotNull notNull = new NotNull(before, major);
        List<String> columns = key.usingIndex()
                .flatMap(index -> before.table(name).flatMap(table -> table.index(index)))
                .map(Index::keys)
                .orElse(key.columns());
        draft.mayUnless(!columns.isEmpty());
        columns.forEach(column -> notNull.set(draft, name, column));
        return key.usingIndex().isPresent()
                ? draft.done()
                : draft.buildsIndex().narrows().done();
    }

    private Effect validate(DdlOperation.ValidateConstraint validate) {
        EffectDraft draft = new EffectDraft().lock(validate.table(), LockMode.SHARE_UPDATE_EXCLUSIVE);
        Optional<Constraint> constraint = constraint(validate.table(), validate.constraint());
        if (constraint.filter(Constraint::validated).isPresent()) {
            return draft.done();
        }
        TableEffects.referenced(constraint.stream()).forEach(referenced -> {
            draft.lock(referenced, LockMode.ROW_SHARE);
            consult(draft, before, referenced);
        });
        return draft.scans().mayUnless(constraint.isPresent()).done();
    }

    /** What is enforced from now on is checked at once; both tables get their triggers. */
    private Effect alter(DdlOperation.AlterConstraint alter) {
        EffectDraft draft = new EffectDraft().lock(alter.table(), LockMode.ACCESS_EXCLUSIVE);
        Optional<Constraint> constraint = constraint(alter.table(), alter.constraint());
        draft.mayUnless(constraint.isPresent());
        boolean enforced = constraint.filter(each -> isEnforced(each.spec())).isPresent();
        boolean starts = alter.change() == Change.ENFORCED && !enforced;
        boolean ends = alter.change() == Change.NOT_ENFORCED && (enforced || constraint.isEmpty());
        if (!starts && !ends) {
            return alter.change() == Change.DEFERRAL ? draft.narrows().done() : draft.done();
        }
        TableEffects.referenced(constraint.stream())
                .forEach(referenced ->
                        draft.lock(referenced, starts ? LockMode.SHARE_ROW_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE));
        if (!starts) {
            return draft.widens().done();
        }
        TableEffects.referenced(constraint.stream()).forEach(referenced -> consult(draft, before, referenced));
        return draft.scans().narrows().done();
    }

    private static boolean isEnforced(ConstraintSpec spec) {
        return !(spec instanceof ConstraintSpec.ForeignKey key && !key.enforced())
                && !(spec instanceof ConstraintSpec.Check check && !check.enforced());
    }

    private Effect drop(DdlOperation.DropConstraint drop) {
        EffectDraft draft =
                new EffectDraft().lock(drop.table(), LockMode.ACCESS_EXCLUSIVE).widens();
        Optional<Constraint> constraint = constraint(drop.table(), drop.constraint());
        if (constraint.isEmpty()) {
            boolean known = before.table(drop.table()).filter(Table::known).isPresent();
            return draft.mayUnless(known).done();
        }
        TableEffects.referenced(constraint.stream()).forEach(referenced -> {
            draft.lock(referenced, LockMode.ACCESS_EXCLUSIVE);
            before.descendants(referenced).forEach(each -> draft.lock(each, LockMode.ACCESS_EXCLUSIVE));
        });
        Stream<Table> referencing =
                drop.cascade() && constraint.get().key() ? before.referencing(drop.table()).stream() : Stream.empty();
        referencing.forEach(other -> draft.lock(other.name(), LockMode.ACCESS_EXCLUSIVE));
        // ON CONFLICT (columns) fails once its unique index is gone.
        return constraint.get().key() ? draft.narrows().done() : draft.done();
    }

    private Optional<Constraint> constraint(ObjectName table, String constraint) {
        return before.table(table).flatMap(each -> each.constraint(constraint));
    }
}

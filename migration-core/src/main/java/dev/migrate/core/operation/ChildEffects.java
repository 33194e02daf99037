package dev.migrate.core.operation;

import dev.migrate.core.operation.DdlOperation.AddConstraint;
import dev.migrate.core.operation.DdlOperation.AlterGeneration;
import dev.migrate.core.schema.Constraint;
import dev.migrate.core.schema.Schema;
import dev.migrate.core.schema.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an operation does to one partition, or to one table that inherits. */
final class ChildEffects {
    /** Since this major identity is handed on to partitions. */
    private static final int IDENTITY_RECURSES = 17;
    /** Since this major ADD constraint locks all children as it locks the table. */
    private static final int ADD_LOCKS_CHILDREN = 18;

    private final Schema before;
    private final int major;

    ChildEffects(Schema before, int major) {
        this.before = before;
        this.major = major;
    }

    /** The same on the child; empty where nothing is done there. */
    Optional<DdlOperation.OfTable> change(Table table, Table child, DdlOperation.OfTable operation) {
        boolean partition = child.form().bound().isPresent();
        if (operation instanceof DdlOperation.AddColumn add && add.ifNotExists()) {
            boolean there = table.column(add.column().name()).isPresent();
            return there ? Optional.empty() : Recursion.on(child.name(), operation, partition);
        }
        if (operation instanceof DdlOperation.RenameConstraint rename) {
            boolean key = table.constraint(rename.constraint())
                    .filter(ChildEffects::isKeyOrForeignKey)
                    .isPresent();
            return key ? Optional.empty() : Recursion.on(child.name(), operation, partition);
        }
        return Recursion.on(child.name(), operation, partition);
    }

    private static boolean isKeyOrForeignKey(Constraint constraint) {
        return constraint.key() || constraint.spec() instanceof ConstraintSpec.ForeignKey;
    }

    /** Until 17 a key that makes nothing NOT NULL lets others read the partitions while it builds their indexes. */
    Effect lowered(DdlOperation.OfTable operation, Table child, Effect effect) {
        boolean weaker = major < ADD_LOCKS_CHILDREN
                && operation instanceof AddConstraint add
                && (add.constraint() instanceof ConstraintSpec.Key
                        || add.constraint() instanceof ConstraintSpec.Exclusion)
                && !makesNotNull(add.constraint(), child);
        if (!weaker) {
            return effect;
        }
        Map<ObjectName, LockMode> locks = new LinkedHashMap<>(effect.locks());
        locks.replaceAll((relation, mode) -> LockMode.SHARE);
        return new Effect(
                locks,
                effect.rewrites(),
                effect.scans(),
                effect.buildsIndex(),
                effect.manner(),
                effect.certainty(),
                effect.worked(),
                effect.consulted(),
                effect.emptied());
    }

    private static boolean makesNotNull(ConstraintSpec spec, Table child) {
        return spec instanceof ConstraintSpec.PrimaryKey key
                && !key.columns().stream()
                        .allMatch(column -> child.column(column)
                                .filter(each -> each.notNull())
                                .isPresent());
    }

    /** A lock without any work. */
    Effect lockOnly(Table child, DdlOperation.OfTable operation) {
        EffectDraft draft = new EffectDraft();
        lock(child, operation).ifPresent(mode -> {
            draft.lock(child.name(), mode);
            List<ObjectName> more = before.descendants(child.name());
            more.forEach(each -> draft.lock(each, mode));
        });
        return draft.done();
    }

    private Optional<LockMode> lock(Table child, DdlOperation.OfTable operation) {
        if (operation instanceof AddConstraint add && !add.only() && major >= ADD_LOCKS_CHILDREN) {
            return Optional.of(
                    add.constraint() instanceof ConstraintSpec.ForeignKey
                            ? LockMode.SHARE_ROW_EXCLUSIVE
                            : LockMode.ACCESS_EXCLUSIVE);
        }
        boolean identity = operation instanceof AlterGeneration
                && major >= IDENTITY_RECURSES
                && child.form().bound().isPresent();
        return identity ? Optional.of(LockMode.ACCESS_EXCLUSIVE) : Optional.empty();
    }
}

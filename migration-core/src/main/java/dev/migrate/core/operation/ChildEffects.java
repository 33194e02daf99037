package dev.migrate.core.operation;

import dev.migrate.core.operation.DdlOperation.AddConstraint;
import dev.migrate.core.operation.DdlOperation.AlterGeneration;
import dev.migrate.core.operation.DdlOperation.CreateIndex;
import dev.migrate.core.schema.Constraint;
import dev.migrate.core.schema.Schema;
import dev.migrate.core.schema.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an operation does to one partition, or to one table that inherits. */
final class ChildEffects {
    /** Since this major identity is handed on to partitions. */
    private static final int IDENTITY_RECURSES = 17;
    /** Since this major ADD constraint locks all children as it locks the table. */
    private static final int ADD_LOCKS_CHILDREN = 18;

    private static final Pattern ORDER = Pattern.compile("(?i)\\b(asc|desc|nulls\\s+(first|last))\\b");

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
        boolean index = operation instanceof CreateIndex create && hasAlready(child, table, create);
        boolean key = partition && operation instanceof AddConstraint add && hasAlready(child, table, add.constraint());
        if (index || key) {
            return Optional.empty();
        }
        return Recursion.on(child.name(), operation, partition);
    }

    /** A partition's own index that is like the new one becomes part of it, unless it is part of another already. */
    private static boolean hasAlready(Table child, Table table, CreateIndex create) {
        return alike(child, create) > alike(table, create);
    }

    /** The same of a key: the index alone does not do. */
    private static boolean hasAlready(Table child, Table table, ConstraintSpec spec) {
        return alike(child, spec) > alike(table, spec);
    }

    private static long alike(Table table, ConstraintSpec spec) {
        return spec instanceof ConstraintSpec.Key key && key.usingIndex().isEmpty()
                ? table.constraints().stream()
                        .filter(each -> each.spec() instanceof ConstraintSpec.Key other
                                && each.spec().getClass() == spec.getClass()
                                && other.columns().equals(key.columns())
                                && other.options().equals(key.options())
                                && other.form().equals(key.form()))
                        .count()
                : 0;
    }

    private static long alike(Table table, CreateIndex create) {
        return table.indexes().stream()
                .filter(index -> index.keys().equals(create.keys())
                        && index.including().equals(create.including())
                        && index.unique() == create.unique()
                        && index.method().equals(create.method())
                        && index.where().equals(create.where())
                        && unordered(index.form()).equals(unordered(create.form()))
                        && index.form().nullsNotDistinct() == create.form().nullsNotDistinct())
                .count();
    }

    /** What is said of the keys but for their order, in which a partition's index may differ. */
    private static List<String> unordered(IndexForm form) {
        List<String> options = form.keyOptions().stream()
                .map(option -> ORDER.matcher(option).replaceAll("").strip())
                .toList();
        return options.stream().allMatch(String::isEmpty) ? List.of() : options;
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
        if (operation instanceof AddConstraint add
                && add.constraint() instanceof ConstraintSpec.Key
                && major < ADD_LOCKS_CHILDREN) {
            return child.form().bound().isPresent() && !add.only() ? Optional.of(LockMode.SHARE) : Optional.empty();
        }
        if (operation instanceof AddConstraint add && !add.only() && major >= ADD_LOCKS_CHILDREN) {
            return Optional.of(
                    add.constraint() instanceof ConstraintSpec.ForeignKey
                            ? LockMode.SHARE_ROW_EXCLUSIVE
                            : LockMode.ACCESS_EXCLUSIVE);
        }
        if (operation instanceof CreateIndex create) {
            return create.form().only() || child.form().bound().isEmpty()
                    ? Optional.empty()
                    : Optional.of(LockMode.SHARE);
        }
        boolean identity = operation instanceof AlterGeneration
                && major >= IDENTITY_RECURSES
                && child.form().bound().isPresent();
        return identity ? Optional.of(LockMode.ACCESS_EXCLUSIVE) : Optional.empty();
    }
}

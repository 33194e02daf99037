package dev.migrate.core.operation;

import dev.migrate.core.schema.Constraint;
import dev.migrate.core.schema.Schema;
import dev.migrate.core.schema.Table;
import java.util.List;
import java.util.stream.Stream;

/** Effects of creating, dropping and renaming tables. */
final class TableEffects {
    private final Schema before;
    private final int major;

    TableEffects(Schema before, int major) {
        this.before = before;
        this.major = major;
    }

    Effect of(DdlOperation operation) {
        if (operation instanceof DdlOperation.CreateTable create) {
            return create(create);
        }
        if (operation instanceof DdlOperation.DropTable drop) {
            return drop(drop);
        }
        ObjectName table = ((DdlOperation.OfTable) operation).table();
        return new EffectDraft()
                .lock(table, LockMode.ACCESS_EXCLUSIVE)
                .narrows()
                .done();
    }

    /** The new table is nobody's yet; each table that it references is locked against writes until the commit. */
    private Effect create(DdlOperation.CreateTable create) {
        EffectDraft draft = new EffectDraft();
        boolean there = before.table(create.table()).isPresent();
        if (there && create.ifNotExists()) {
            return draft.done();
        }
        Stream<ConstraintSpec> inline = create.columns().stream().flatMap(column -> column.constraints().stream());
        Stream.concat(inline, create.constraints().stream())
                .filter(ConstraintSpec.ForeignKey.class::isInstance)
                .map(spec -> ((ConstraintSpec.ForeignKey) spec).referencedTable())
                .filter(referenced -> !referenced.equals(create.table()))
                .forEach(referenced -> {
                    draft.lock(referenced, LockMode.SHARE_ROW_EXCLUSIVE);
                    before.descendants(referenced).forEach(each -> draft.lock(each, LockMode.SHARE_ROW_EXCLUSIVE));
                });
        new PartitionEffects(before, major).ofNewTable(draft, create.form());
        return draft.widens().done();
    }

    private Effect drop(DdlOperation.DropTable drop) {
        EffectDraft draft =
                new EffectDraft().lock(drop.table(), LockMode.ACCESS_EXCLUSIVE).narrows();
        draft.mayUnless(before.table(drop.table()).filter(Table::known).isPresent());
        before.descendants(drop.table()).forEach(child -> draft.lock(child, LockMode.ACCESS_EXCLUSIVE));
        PartitionEffects partitions = new PartitionEffects(before, major);
        before.table(drop.table())
                .filter(table -> table.form().bound().isPresent())
                .ifPresent(partition -> partitions.ofDropped(draft, partition));
        referenced(before.table(drop.table()).stream().flatMap(partitions::ownConstraints))
                .forEach(name -> draft.lock(name, LockMode.ACCESS_EXCLUSIVE));
        // Without CASCADE PostgreSQL refuses to drop a table that others reference.
        List<Table> referencing = drop.cascade() ? before.referencing(drop.table()) : List.of();
        referencing.forEach(other -> draft.lock(other.name(), LockMode.ACCESS_EXCLUSIVE));
        if (drop.cascade()) {
            before.viewsOf(drop.table()).forEach(view -> draft.lock(view.name(), LockMode.ACCESS_EXCLUSIVE));
        }
        return draft.done();
    }

    /** The tables that foreign keys refer to: their triggers go with the key, under ACCESS EXCLUSIVE. */
    static Stream<ObjectName> referenced(Stream<Constraint> constraints) {
        return constraints
                .map(Constraint::spec)
                .filter(ConstraintSpec.ForeignKey.class::isInstance)
                .map(spec -> ((ConstraintSpec.ForeignKey) spec).referencedTable());
    }
}

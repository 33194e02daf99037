package dev.migrate.core.operation;

import dev.migrate.core.schema.Index;
import dev.migrate.core.schema.Schema;
import dev.migrate.core.schema.Table;
import java.util.Optional;

/** Effects of creating, dropping and renaming indexes. */
final class IndexEffects {
    /** Since this major ALTER INDEX RENAME stops nobody. */
    private static final int RENAME_UNDER_WEAK_LOCK = 12;

    private final Schema before;
    private final int major;

    IndexEffects(Schema before, int major) {
        this.before = before;
        this.major = major;
    }

    Effect of(DdlOperation operation) {
        if (operation instanceof DdlOperation.CreateIndex create) {
            return create(create);
        }
        if (operation instanceof DdlOperation.DropIndex drop) {
            return drop(drop);
        }
        if (operation instanceof DdlOperation.AttachIndex attach) {
            return new EffectDraft()
                    .lock(attach.index(), LockMode.SHARE_UPDATE_EXCLUSIVE)
                    .lock(attach.partition(), LockMode.ACCESS_EXCLUSIVE)
                    .done();
        }
        if (operation instanceof DdlOperation.IndexSetting setting) {
            return set(setting);
        }
        DdlOperation.RenameIndex rename = (DdlOperation.RenameIndex) operation;
        LockMode lock = major >= RENAME_UNDER_WEAK_LOCK ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE;
        return new EffectDraft().lock(rename.index(), lock).done();
    }

    private static Effect set(DdlOperation.IndexSetting setting) {
        EffectDraft draft = new EffectDraft();
        return switch (setting.kind()) {
            case STORAGE_PARAMETERS ->
                draft.lock(
                                setting.index(),
                                StorageParameters.lock(setting.value().orElse("")))
                        .done();
            case STATISTICS ->
                draft.lock(setting.index(), LockMode.SHARE_UPDATE_EXCLUSIVE).done();
            case TABLESPACE ->
                draft.lock(setting.index(), LockMode.ACCESS_EXCLUSIVE)
                        .buildsIndex()
                        .may()
                        .done();
            case EXTENSION ->
                draft.lock(setting.index(), LockMode.ACCESS_EXCLUSIVE).done();
        };
    }

    private Effect create(DdlOperation.CreateIndex create) {
        LockMode lock = create.concurrently() ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.SHARE;
        EffectDraft draft = new EffectDraft().lock(create.table(), lock);
        Optional<ObjectName> name =
                create.index().map(index -> new ObjectName(create.table().schema(), index));
        if (create.ifNotExists() && name.flatMap(before::tableOfIndex).isPresent()) {
            return draft.done();
        }
        draft.buildsIndex();
        return create.unique() ? draft.narrows().done() : draft.done();
    }

    private Effect drop(DdlOperation.DropIndex drop) {
        EffectDraft draft = new EffectDraft();
        Optional<Table> table = before.tableOfIndex(drop.index());
        if (table.isEmpty()) {
            return draft.may().done();
        }
        draft.lock(
                table.get().name(), drop.concurrently() ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE);
        if (table.get().form().partitioned()) {
            before.descendants(table.get().name()).forEach(each -> draft.lock(each, LockMode.ACCESS_EXCLUSIVE));
        }
        // ON CONFLICT (columns) fails once its unique index is gone.
        boolean unique =
                table.get().index(drop.index().name()).filter(Index::unique).isPresent();
        return unique ? draft.narrows().done() : draft.done();
    }
}

package dev.migrate.core.operation;

import dev.migrate.core.operation.DdlOperation.TableSetting;

/** Effects of changing how a table or column is kept. */
final class SettingEffects {
    private SettingEffects() {}

    static Effect of(TableSetting setting) {
        EffectDraft draft = new EffectDraft().lock(setting.table(), lock(setting.kind()));
        return switch (setting.kind()) {
            // Nothing is written where the table is so already, and that is not known.
            case LOGGED, UNLOGGED -> draft.rewrites().may().done();
            case CLUSTER -> draft.rewrites().done();
            // Rows that no policy shows are gone for the running release.
            case ENABLE_ROW_SECURITY, FORCE_ROW_SECURITY -> draft.narrows().done();
            case DISABLE_ROW_SECURITY, NO_FORCE_ROW_SECURITY -> draft.widens().done();
            case STATISTICS, COLUMN_OPTIONS, STORAGE, COMPRESSION, STORAGE_PARAMETERS -> draft.done();
        };
    }

    private static LockMode lock(TableSetting.Kind kind) {
        return switch (kind) {
            case STATISTICS, COLUMN_OPTIONS, STORAGE_PARAMETERS -> LockMode.SHARE_UPDATE_EXCLUSIVE;
            case STORAGE,
                    COMPRESSION,
                    LOGGED,
                    UNLOGGED,
                    CLUSTER,
                    ENABLE_ROW_SECURITY,
                    DISABLE_ROW_SECURITY,
                    FORCE_ROW_SECURITY,
                    NO_FORCE_ROW_SECURITY -> LockMode.ACCESS_EXCLUSIVE;
        };
    }
}

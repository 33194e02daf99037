package dev.migrate.core.operation;

import dev.migrate.core.operation.DdlOperation.TableSetting;
import dev.migrate.core.schema.Schema;
import dev.migrate.core.schema.Table;
import java.util.Optional;

/** Effects of changing how a table or column is kept. */
final class SettingEffects {
    private static final String USUAL_METHOD = "heap";
    private static final String USUAL_TABLESPACE = "pg_default";

    private final Schema before;

    SettingEffects(Schema before) {
        this.before = before;
    }

    Effect of(TableSetting setting) {
        EffectDraft draft = new EffectDraft().lock(setting.table(), lock(setting));
        return switch (setting.kind()) {
            case LOGGED, UNLOGGED -> logged(draft, setting);
            case TABLESPACE, ACCESS_METHOD -> stored(draft, setting);
            // Rows that no policy shows are gone for the running release.
            case ENABLE_ROW_SECURITY, FORCE_ROW_SECURITY -> draft.narrows().done();
            case DISABLE_ROW_SECURITY, NO_FORCE_ROW_SECURITY -> draft.widens().done();
            // What a trigger or rule did for a statement is done no more, or done from now on.
            case ENABLE_TRIGGER, DISABLE_TRIGGER, ENABLE_RULE, DISABLE_RULE ->
                draft.narrows().done();
            // Privileges go with the owner.
            case OWNER -> draft.narrows().done();
            default -> draft.done();
        };
    }

    /** Nothing is written where the table is so already. */
    private Effect logged(EffectDraft draft, TableSetting setting) {
        Optional<Table> table = before.table(setting.table()).filter(Table::known);
        boolean unlogged = setting.kind() == SettingKind.UNLOGGED;
        if (table.filter(each -> each.form().unlogged() == unlogged).isPresent()) {
            return draft.done();
        }
        return draft.rewrites().mayUnless(table.isPresent()).done();
    }

    /** All files are copied, unless the table is there already; where it is, is not known for sure. */
    private Effect stored(EffectDraft draft, TableSetting setting) {
        Optional<Table> table = before.table(setting.table()).filter(Table::known);
        boolean method = setting.kind() == SettingKind.ACCESS_METHOD;
        Optional<String> now = table.map(each -> method
                ? each.form().accessMethod().orElse(USUAL_METHOD)
                : each.form().tablespace().orElse(USUAL_TABLESPACE));
        if (now.isPresent() && now.equals(setting.value())) {
            return draft.mayUnless(method).done();
        }
        return draft.rewrites().mayUnless(table.isPresent()).done();
    }

    private static LockMode lock(TableSetting setting) {
        return switch (setting.kind()) {
            case STORAGE_PARAMETERS -> StorageParameters.lock(setting.value().orElse("fillfactor"));
            case STATISTICS, COLUMN_OPTIONS, CLUSTER_ON, WITHOUT_CLUSTER -> LockMode.SHARE_UPDATE_EXCLUSIVE;
            case ENABLE_TRIGGER, DISABLE_TRIGGER -> LockMode.SHARE_ROW_EXCLUSIVE;
            default -> LockMode.ACCESS_EXCLUSIVE;
        };
    }
}

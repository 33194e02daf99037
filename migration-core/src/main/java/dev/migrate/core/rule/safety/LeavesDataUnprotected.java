package dev.migrate.core.rule.safety;

import dev.migrate.api.Hazard;
import dev.migrate.core.operation.DdlOperation.TableSetting;
import dev.migrate.core.operation.SettingKind;
import dev.migrate.core.rule.Draft;
import java.util.Optional;

/**
 * Flags a table that a crash would empty from now on, and triggers that are switched off: ALL are those of foreign keys
 * too. Silent for a table created in the same migration, and where the same migration switches the triggers on again.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER TABLE</a>
 */
final class LeavesDataUnprotected extends SafetyRule<TableSetting> {
    LeavesDataUnprotected() {
        super(Hazard.LEAVES_DATA_UNPROTECTED, TableSetting.class);
    }

    @Override
    Optional<Draft> check(TableSetting setting, OperationContext context) {
        if (context.createdHere(setting.table())) {
            return Optional.empty();
        }
        if (setting.kind() == SettingKind.UNLOGGED && context.effect().rewrites()) {
            return Optional.of(unlogged(setting, context));
        }
        return setting.kind() == SettingKind.DISABLE_TRIGGER && !switchedOnAgain(setting, context)
                ? Optional.of(withoutTriggers(setting, context))
                : Optional.empty();
    }

    private Draft unlogged(TableSetting setting, OperationContext context) {
        String table = setting.table().toString();
        return context.draftByEffect(hazard(), setting.table(), "SET UNLOGGED lets a crash empty " + table)
                .effect("after a crash or an unclean stop PostgreSQL truncates " + table
                        + ", and no replica or archive has its rows")
                .fix("leave " + table + " logged, and keep what may be lost in a new table, created UNLOGGED");
    }

    private Draft withoutTriggers(TableSetting setting, OperationContext context) {
        String which = setting.value().orElse("ALL");
        String table = setting.table().toString();
        boolean keys = which.equalsIgnoreCase("ALL");
        String subject = keys ? "all triggers of " + table : "trigger " + which + " of " + table;
        return context.draft(hazard(), setting.table(), "disabling " + subject + " stays after the migration")
                .effect(
                        keys
                                ? "writes break foreign keys of " + table
                                        + " and nothing tells: the rows are not checked when they are enabled again"
                                : "what the trigger keeps in order is not done for the rows of every writer meanwhile")
                .fix(
                        "last in the same migration:",
                        context.paste().statement("ALTER TABLE " + table + " ENABLE TRIGGER " + which));
    }

    /** Whether the migration enables it again. */
    static boolean switchedOnAgain(TableSetting setting, OperationContext context) {
        return context.following().stream()
                .map(run -> run.operation())
                .anyMatch(next -> next instanceof TableSetting on
                        && on.kind() == SettingKind.ENABLE_TRIGGER
                        && context.before().resolve(on.table()).equals(setting.table())
                        && on.value().equals(setting.value()));
    }
}

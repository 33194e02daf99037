package dev.migrate.core.rule.safety;

import dev.migrate.api.Hazard;
import dev.migrate.api.Hazard.Category;
import dev.migrate.core.finding.Finding.Level;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.DdlOperation.TableSetting;
import dev.migrate.core.operation.Effect.Manner;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.operation.SettingKind;
import dev.migrate.core.operation.TypeOperation;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.rule.Language;
import java.util.Optional;

/**
 * Flags what makes statements of the running release fail or mean something else, where no rule of its own speaks about
 * it: what {@link dev.migrate.core.operation.Effects} knows to narrow is never silent. Silent in a contract, and for what
 * is created in the same migration.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-depend.html">Dependency Tracking</a>
 */
final class BreaksRunningRelease extends SafetyRule<DdlOperation> {
    BreaksRunningRelease() {
        super(Hazard.BREAKS_RUNNING_RELEASE, DdlOperation.class);
    }

    /** Asked last, when it is known that no other rule has spoken: see {@link #of}. */
    @Override
    Optional<Draft> check(DdlOperation operation, OperationContext context) {
        return Optional.empty();
    }

    /** What it finds where no rule about the running release has found anything. */
    static Optional<Draft> of(OperationContext context) {
        DdlOperation operation = context.operation();
        boolean read = !(operation instanceof DdlOperation.Opaque);
        if (!read || context.inContract() || context.effect().manner() != Manner.NARROWS) {
            return Optional.empty();
        }
        ObjectName object = operation.subject().orElseGet(context::table);
        if (context.createdHere(context.table()) || context.objectIsNew() || isUndone(operation, context)) {
            return Optional.empty();
        }
        Draft draft = context.draftByEffect(Hazard.BREAKS_RUNNING_RELEASE, object, headline(operation, context))
                .effect(effect(operation))
                .needed(context.paste().releaseFirst());
        if (losesData(operation)) {
            return Optional.of(draft.category(Category.DATA_LOSS));
        }
        return Optional.of(Language.isSql(context.author()) ? draft.level(Level.WARNING) : draft);
    }

    /** A trigger that is off for a part of the migration: its lock keeps writers out meanwhile. */
    private static boolean isUndone(DdlOperation operation, OperationContext context) {
        return operation instanceof TableSetting setting
                && (context.novelty().isSwitchedBack(setting)
                        || (setting.kind() == SettingKind.DISABLE_TRIGGER
                                && LeavesDataUnprotected.switchedOnAgain(setting, context)));
    }

    /** Whether a rule's finding is about the running release, so that this one would be its echo. */
    static boolean isSaidBy(Draft draft) {
        return switch (draft.category()) {
            case BREAKS_OLD_RELEASE, DATA_LOSS -> true;
            default -> draft.rule().equals(Hazard.ADD_REQUIRED_COLUMN.ruleName());
        };
    }

    private static String headline(DdlOperation operation, OperationContext context) {
        if (operation instanceof TypeOperation.ChangeEnum change && change.renames()) {
            return "renaming value " + change.label() + " of " + change.type() + " breaks the running release";
        }
        return Words.of(context)
                + (hidesRows(operation)
                        ? " hides rows from the running release"
                        : " can break statements of the running release");
    }

    private static String effect(DdlOperation operation) {
        return hidesRows(operation)
                ? "queries return fewer rows, and INSERT and UPDATE that no policy allows fail"
                : "statements that succeed today can fail as soon as this runs, or mean something else";
    }

    private static boolean losesData(DdlOperation operation) {
        return operation instanceof dev.migrate.core.operation.ObjectChange change
                && change.verb() == dev.migrate.core.operation.ObjectChange.Verb.DROP
                && change.kind().name().matches("SCHEMA|DATABASE|MATERIALIZED_VIEW|SEQUENCE");
    }

    private static boolean hidesRows(DdlOperation operation) {
        return operation instanceof TableSetting setting
                && (setting.kind() == SettingKind.ENABLE_ROW_SECURITY
                        || setting.kind() == SettingKind.FORCE_ROW_SECURITY);
    }
}

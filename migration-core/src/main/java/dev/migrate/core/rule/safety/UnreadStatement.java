package dev.migrate.core.rule.safety;

import dev.migrate.api.Hazard;
import dev.migrate.core.finding.Finding;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.DdlOperation.Opaque;
import dev.migrate.core.operation.DdlOperation.TableSetting;
import dev.migrate.core.operation.Effect;
import dev.migrate.core.operation.Effects;
import dev.migrate.core.operation.LockMode;
import dev.migrate.core.operation.Maintenance;
import dev.migrate.core.operation.ObjectChange;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.operation.SessionChange;
import dev.migrate.core.operation.SettingKind;
import dev.migrate.core.operation.TypeOperation;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.rule.OrderRule;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Flags what could not be read, so that nothing passes as safe by not being understood; about the class, not a table.
 * Silent while the statement is to run in a transaction that PostgreSQL refuses it in, and for files of SQL, where
 * {@link dev.migrate.core.script.ScriptJudge} tells of what is unread.
 */
final class UnreadStatement extends SafetyRule<DdlOperation> {
    /** Settings that bound a statement or tune it; others change what names or values mean. */
    private static final Set<String> TUNING = Set.of(
            "lock_timeout",
            "statement_timeout",
            "transaction_timeout",
            "idle_in_transaction_session_timeout",
            "deadlock_timeout",
            "maintenance_work_mem",
            "work_mem",
            "max_parallel_maintenance_workers",
            "application_name",
            "client_min_messages",
            "log_min_duration_statement");

    UnreadStatement() {
        super(Hazard.UNREAD_STATEMENT, DdlOperation.class);
    }

    @Override
    public boolean yieldsTo(Finding other) {
        return other.rule().equals(OrderRule.NEEDS_OUTSIDE_TRANSACTION.ruleName());
    }

    @Override
    Optional<Draft> check(DdlOperation operation, OperationContext context) {
        if (operation instanceof Opaque opaque) {
            return told(context) ? Optional.empty() : Optional.of(unread(opaque.reason(), context));
        }
        if (operation instanceof SessionChange change) {
            return told(context) ? Optional.empty() : outlives(change).map(reason -> unread(reason, context));
        }
        return hasNoRule(operation) ? harmful(operation, context) : Optional.empty();
    }

    /** Why what comes after the statement means something else, or is not rolled back with it. */
    private static Optional<String> outlives(SessionChange change) {
        if (change.controlsTransaction()) {
            return Optional.of("a migration does not control its own transaction");
        }
        String setting = change.setting().orElse("");
        if (change.kind() != SessionChange.Kind.SET_LOCAL) {
            return Optional.of(change.kind().words() + " without LOCAL outlives the migration");
        }
        return TUNING.contains(setting)
                ? Optional.empty()
                : Optional.of("SET LOCAL " + setting + " changes what later statements mean");
    }

    /** Of what is unread in a file of SQL another one tells. */
    private static boolean told(OperationContext context) {
        return context.author().isSql();
    }

    private static boolean hasNoRule(DdlOperation operation) {
        return operation instanceof TableSetting
                || operation instanceof Maintenance
                || operation instanceof ObjectChange
                || operation instanceof TypeOperation
                || operation instanceof DdlOperation.AlterGeneration
                || operation instanceof DdlOperation.AlterConstraint
                || operation instanceof DdlOperation.SetTableSchema
                || operation instanceof DdlOperation.Inherit
                || operation instanceof DdlOperation.AttachPartition
                || operation instanceof DdlOperation.DetachPartition
                || operation instanceof DdlOperation.IndexSetting;
    }

    /** Read, but by no rule of its own: that must not look as if it were safe. */
    private Optional<Draft> harmful(DdlOperation operation, OperationContext context) {
        Effect effect = context.effect();
        boolean narrows = effect.manner() == Effect.Manner.NARROWS && !context.inContract();
        boolean stops = effect.takesTime() && effect.locks().values().stream().anyMatch(LockMode::blocksWrites);
        boolean everywhere = effect.takesTime() && effect.locks().isEmpty();
        Optional<ObjectName> table = Effects.table(operation, context.before());
        if (table.filter(context::createdHere).isPresent() || !(stops || everywhere || narrows)) {
            return Optional.empty();
        }
        String on = operation.subject().map(name -> " on " + name).orElse("");
        boolean slow = stops || everywhere;
        String headline = words(operation)
                + on
                + (slow
                        ? (effect.rewrites() ? " writes the whole table anew" : " reads or indexes the whole table")
                                + ", and no rule knows a way round it"
                        : hidesRows(operation)
                                ? " hides rows from the running release, and no rule knows whether its policies show"
                                        + " them"
                                : " changes what statements of the running release do, and no rule knows how");
        Draft draft = context.draft(hazard(), ObjectName.of(context.author().simpleName()), headline)
                .effect(
                        slow
                                ? "reads and writes of "
                                        + table.map(ObjectName::toString).orElse("the tables")
                                        + " wait until all of it is " + (effect.rewrites() ? "written" : "done")
                                : hidesRows(operation)
                                        ? "queries return fewer rows, and INSERT and UPDATE that no policy allows fail"
                                        : "statements that succeed today can fail, or mean something else")
                .needed("an acceptance that says why this is right here");
        return Optional.of(effect.certainty() == Effect.Certainty.MAY ? draft.may() : draft);
    }

    private static boolean hidesRows(DdlOperation operation) {
        return operation instanceof TableSetting setting
                && (setting.kind() == SettingKind.ENABLE_ROW_SECURITY
                        || setting.kind() == SettingKind.FORCE_ROW_SECURITY);
    }

    private static String words(DdlOperation operation) {
        if (operation instanceof TableSetting setting) {
            return setting.kind().words();
        }
        if (operation instanceof Maintenance maintenance) {
            return maintenance.kind().words();
        }
        if (operation instanceof ObjectChange change) {
            return change.verb().words() + " " + change.kind().words();
        }
        return operation
                .getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toUpperCase(Locale.ROOT);
    }

    private Draft unread(String reason, OperationContext context) {
        String migration = context.author().simpleName();
        return context.draft(
                        hazard(),
                        ObjectName.of(migration),
                        migration + " has a statement that could not be read: " + reason)
                .effect("what it locks, rewrites or breaks is not known, so it does not pass as safe")
                .fix("say it with jOOQ's DDL, with a recipe, or in SQL that names tables and columns directly")
                .may();
    }
}

package dev.migrate.core.rule.safety;

import dev.migrate.api.Hazard;
import dev.migrate.core.finding.Finding;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.DdlOperation.Opaque;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.operation.SessionChange;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.rule.OrderRule;
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
        return Optional.empty();
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

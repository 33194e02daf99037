package dev.migrate.core.rule.safety;

import dev.migrate.api.Hazard;
import dev.migrate.core.finding.Finding;
import dev.migrate.core.operation.DdlOperation.Opaque;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.rule.OrderRule;
import java.util.Optional;

/**
 * Flags what could not be read, so that nothing passes as safe by not being understood; about the class, not a table.
 * Silent while the statement is to run in a transaction that PostgreSQL refuses it in.
 */
final class UnreadStatement extends SafetyRule<Opaque> {
    UnreadStatement() {
        super(Hazard.UNREAD_STATEMENT, Opaque.class);
    }

    @Override
    public boolean yieldsTo(Finding other) {
        return other.rule().equals(OrderRule.NEEDS_OUTSIDE_TRANSACTION.ruleName());
    }

    @Override
    Optional<Draft> check(Opaque opaque, OperationContext context) {
        String migration = context.author().simpleName();
        return Optional.of(context.draft(
                        hazard(),
                        ObjectName.of(migration),
                        migration + " has a statement that could not be read: " + opaque.reason())
                .effect("what it locks, rewrites or breaks is not known, so it does not pass as safe")
                .fix("say it with jOOQ's DDL, with a recipe, or in SQL that names tables and columns directly")
                .may());
    }
}

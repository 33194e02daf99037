package dev.migrate.core.rule.safety;

import dev.migrate.api.Hazard;
import dev.migrate.core.finding.Finding;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.DdlOperation.Opaque;
import dev.migrate.core.operation.DdlOperation.TableSetting;
import dev.migrate.core.operation.Effect;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.rule.OrderRule;
import java.util.Optional;

/**
 * Flags what could not be read, so that nothing passes as safe by not being understood; about the class, not a table.
 * Silent while the statement is to run in a transaction that PostgreSQL refuses it in.
 */
final class UnreadStatement extends SafetyRule<DdlOperation> {
    UnreadStatement() {
        super(Hazard.UNREAD_STATEMENT, DdlOperation.class);
    }

    @Override
    public boolean yieldsTo(Finding other) {
        return other.rule().equals(OrderRule.NEEDS_OUTSIDE_TRANSACTION.ruleName());
    }

    @Override
    Optional<Draft> check(DdlOperation operation, OperationContext context) {
        if (operation instanceof TableSetting setting) {
            return harmful(setting, context);
        }
        return operation instanceof Opaque opaque ? Optional.of(unread(opaque, context)) : Optional.empty();
    }

    /** Read, but by no rule of its own: that must not look as if it were safe. */
    private Optional<Draft> harmful(TableSetting setting, OperationContext context) {
        Effect effect = context.effect();
        boolean narrows = effect.manner() == Effect.Manner.NARROWS && !context.inContract();
        if (context.createdHere(setting.table()) || !(effect.takesTime() || narrows)) {
            return Optional.empty();
        }
        String what = setting.kind().words() + " on " + setting.table();
        String headline = effect.takesTime()
                ? what + " writes the whole table anew, and no rule knows a way round it"
                : what + " hides rows from the running release, and no rule knows whether its policies show them";
        Draft draft = context.draft(hazard(), ObjectName.of(context.author().simpleName()), headline)
                .effect(
                        effect.takesTime()
                                ? "reads and writes of " + setting.table() + " wait until all of it is written"
                                : "queries return fewer rows, and INSERT and UPDATE that no policy allows fail")
                .needed("an acceptance that says why this is right here");
        return Optional.of(effect.certainty() == Effect.Certainty.MAY ? draft.may() : draft);
    }

    private Draft unread(Opaque opaque, OperationContext context) {
        String migration = context.author().simpleName();
        return context.draft(
                        hazard(),
                        ObjectName.of(migration),
                        migration + " has a statement that could not be read: " + opaque.reason())
                .effect("what it locks, rewrites or breaks is not known, so it does not pass as safe")
                .fix("say it with jOOQ's DDL, with a recipe, or in SQL that names tables and columns directly")
                .may();
    }
}

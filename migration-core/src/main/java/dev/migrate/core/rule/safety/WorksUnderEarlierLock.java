package dev.migrate.core.rule.safety;

import dev.migrate.api.Hazard;
import dev.migrate.api.Hazard.Category;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.LockMode;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.rule.Language;
import dev.migrate.core.rule.safety.OpenTransaction.Held;
import java.util.Optional;

/**
 * Flags work that would stop nobody by itself, in a transaction that holds a stronger lock from an earlier statement:
 * that lock is kept until the work is done. Silent where the statements commit apart, and for a table created in the same
 * migration.
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES">Table-Level Locks</a>
 */
final class WorksUnderEarlierLock extends SafetyRule<DdlOperation> {
    WorksUnderEarlierLock() {
        super(Hazard.WORKS_UNDER_EARLIER_LOCK, DdlOperation.class);
    }

    @Override
    Optional<Draft> check(DdlOperation operation, OperationContext context) {
        return context.effect().worked().stream()
                .filter(relation -> !context.effect().lockOn(relation).blocksWrites())
                .flatMap(relation ->
                        context.transaction().on(relation).stream().map(held -> finding(relation, held, context)))
                .findFirst();
    }

    private Draft finding(ObjectName table, Held held, OperationContext context) {
        String who = held.mode().blocksReads() ? "reads and writes" : "writes";
        return context.draftByEffect(
                        hazard(),
                        table,
                        Words.of(context) + " reads all rows of " + table
                                + " while an earlier statement's lock is held")
                .effect(who + " of " + table + " wait behind the " + held.mode().sql() + " lock of "
                        + Words.keyWords(held.by().operation()) + " until both commit")
                .fix(
                        Language.isSql(context.author())
                                ? "move this statement to a later file, so that the earlier one commits first"
                                : "move this statement to a step of its own: one that validates runs in its own transaction")
                .category(category(held.mode()));
    }

    /** What a lock that is kept does. */
    static Category category(LockMode mode) {
        return mode.blocksReads() ? Category.BLOCKS_READS : Category.BLOCKS_WRITES;
    }
}

package dev.migrate.core.rule.safety;

import dev.migrate.api.Hazard;
import dev.migrate.core.finding.Finding.Level;
import dev.migrate.core.message.Messages;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.rule.Draft;
import java.util.List;
import java.util.Optional;

/**
 * Flags work that grows with a table and is done while its writers wait, where no rule of its own speaks about it: what
 * {@link dev.migrate.core.operation.Effects} knows to block is never silent. Silent for tables created in the same
 * migration.
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES">Table-Level Locks</a>
 */
final class WorksUnderLock extends SafetyRule<DdlOperation> {
    WorksUnderLock() {
        super(Hazard.WORKS_UNDER_LOCK, DdlOperation.class);
    }

    /** Asked last, when it is known that no other rule has spoken: see {@link #of}. */
    @Override
    Optional<Draft> check(DdlOperation operation, OperationContext context) {
        return Optional.empty();
    }

    /** What it finds where no rule about blocking has found anything. */
    static Optional<Draft> of(OperationContext context) {
        List<String> tables =
                context.heldUp().stream().map(ObjectName::toString).sorted().toList();
        if (tables.isEmpty()) {
            return Optional.empty();
        }
        String listed = Messages.list(tables);
        String who = context.readersWait() ? "reads and writes" : "writes";
        Draft draft = context.draftByEffect(
                        Hazard.WORKS_UNDER_LOCK,
                        context.heldUp().contains(context.table()) ? context.table() : ObjectName.of(tables.get(0)),
                        Words.of(context) + " " + verb(context) + " " + listed + " while " + who + " wait")
                .effect(who + " of " + listed + " wait behind a "
                        + context.lock().sql() + " lock until all of it is done")
                .fix(fix(context));
        return Optional.of(onIndexAlone(context) ? draft.level(Level.INFO) : draft.category(context.category()));
    }

    /** Its table is not locked: only who needs this very index waits. */
    private static boolean onIndexAlone(OperationContext context) {
        return context.operation() instanceof DdlOperation.IndexSetting;
    }

    private static String verb(OperationContext context) {
        if (context.effect().rewrites()) {
            return "writes the whole of";
        }
        return context.effect().buildsIndex() ? "builds an index of" : "reads all rows of";
    }

    private static String[] fix(OperationContext context) {
        return Words.alternative(context);
    }
}

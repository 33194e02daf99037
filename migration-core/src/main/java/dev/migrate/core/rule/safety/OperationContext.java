package dev.migrate.core.rule.safety;

import dev.migrate.api.Hazard;
import dev.migrate.api.Hazard.Category;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.graph.RunOperation;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.Effect;
import dev.migrate.core.operation.Effects;
import dev.migrate.core.operation.LockMode;
import dev.migrate.core.operation.ObjectChange;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.operation.TypeOperation;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.rule.Paste;
import dev.migrate.core.schema.Schema;
import dev.migrate.core.schema.SchemaObject;
import java.util.List;
import java.util.Set;

/**
 * An operation and all that a rule may ask about it.
 *
 * @param inContract whether a contract runs it, as its expand declared
 * @param before the schema before the operation
 * @param novelty what the same migration made before it
 * @param transaction what the statements before it in the same transaction left
 * @param following what the same migration runs after it
 * @param postgres the server's major version
 * @param effect of the operation on what was there before the migration, on that version
 */
record OperationContext(
        MigrationGraph graph,
        RunOperation run,
        boolean inContract,
        Schema before,
        Novelty novelty,
        OpenTransaction transaction,
        List<RunOperation> following,
        int postgres,
        Effect effect) {
    DdlOperation operation() {
        return run.operation();
    }

    /** The migration in whose source the operation stands. */
    Migration author() {
        return run.author();
    }

    /** What a fix is written in. */
    Paste paste() {
        return Paste.of(author());
    }

    /** Nobody uses such a table yet, and it holds what the migration itself put there. */
    boolean createdHere(ObjectName table) {
        return novelty.isNew(table);
    }

    /** Whether the column is as new as the migration: no release can name it. */
    boolean columnIsNew(ObjectName table, String column) {
        return novelty.isNew(table, column);
    }

    /** Whether an object is as new as the migration. */
    boolean isNew(SchemaObject object) {
        return novelty.isNew(object);
    }

    /** Whether the operation is about a column, view, type, function or the like that is as new as the migration. */
    boolean objectIsNew() {
        if (operation() instanceof DdlOperation.DropColumn drop) {
            return columnIsNew(drop.table(), drop.column());
        }
        if (operation() instanceof TypeOperation change) {
            return before.type(change.type()).filter(novelty::isNew).isPresent();
        }
        return operation() instanceof ObjectChange change
                && before.like(change).filter(novelty::isNew).isPresent();
    }

    /** The tables that were there before and are worked on while their writers wait. */
    Set<ObjectName> heldUp() {
        return effect.heldUp();
    }

    /** Whether readers of them wait too. */
    boolean readersWait() {
        return heldUp().stream().anyMatch(relation -> effect.lockOn(relation).blocksReads());
    }

    /** The strongest lock under which work is done. */
    LockMode lock() {
        return heldUp().stream().map(effect::lockOn).max(LockMode::compareTo).orElse(LockMode.ACCESS_SHARE);
    }

    /** What kind of harm the work does. */
    Category category() {
        if (!readersWait()) {
            return Category.BLOCKS_WRITES;
        }
        return effect.rewrites() ? Category.REWRITE : Category.BLOCKS_READS;
    }

    /** The table that the operation is about. */
    ObjectName table() {
        return Effects.table(operation(), before)
                .or(operation()::subject)
                .orElseGet(() -> ObjectName.of(author().simpleName()));
    }

    /** A draft at the operation's place. */
    Draft draft(Hazard hazard, ObjectName table, String headline) {
        Draft draft = Draft.of(hazard, author(), run.placed().place(), table.toString(), headline);
        return run.placed().conditional() ? draft.may() : draft;
    }

    /** A draft whose certainty is that of the operation's effect. */
    Draft draftByEffect(Hazard hazard, ObjectName table, String headline) {
        Draft draft = draft(hazard, table, headline);
        return effect().certainty() == Effect.Certainty.MAY ? draft.may() : draft;
    }
}

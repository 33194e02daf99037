package dev.migrate.core.rule.safety;

import dev.migrate.api.Hazard;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.graph.RunOperation;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.Effect;
import dev.migrate.core.operation.Effects;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.schema.Schema;

/**
 * An operation and all that a rule may ask about it.
 *
 * @param inContract whether a contract runs it, as its expand declared
 * @param before the schema before the operation
 * @param novelty what the same migration made before it
 * @param postgres the server's major version
 */
record OperationContext(
        MigrationGraph graph, RunOperation run, boolean inContract, Schema before, Novelty novelty, int postgres) {
    DdlOperation operation() {
        return run.operation();
    }

    /** The migration in whose source the operation stands. */
    Migration author() {
        return run.author();
    }

    Effect effect() {
        return Effects.of(operation(), before, postgres);
    }

    /** Nobody uses such a table yet, and it holds what the migration itself put there. */
    boolean createdHere(ObjectName table) {
        return novelty.isNew(table);
    }

    /** Whether the column is as new as the migration: no release can name it. */
    boolean columnIsNew(ObjectName table, String column) {
        return novelty.isNew(table, column);
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

package dev.migrate.core.rule.safety;

import dev.migrate.api.Hazard;
import dev.migrate.api.Hazard.Category;
import dev.migrate.core.migration.Step;
import dev.migrate.core.operation.DdlOperation.DataChange;
import dev.migrate.core.operation.DdlOperation.DataChange.Verb;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.rule.JavaText;
import dev.migrate.core.rule.Language;
import dev.migrate.core.rule.safety.OpenTransaction.Held;
import dev.migrate.core.sql.SqlTokens;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Flags rows changed in one statement. Silent for INSERT, for a table created in the same migration, and for recipes,
 * which work in batches.
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-ROWS">Row-Level Locks</a>
 */
final class ChangesRowsAtOnce extends SafetyRule<DataChange> {
    private static final Set<Verb> OF_EXISTING_ROWS = Set.of(Verb.UPDATE, Verb.DELETE, Verb.MERGE);

    private static final Set<List<String>> ALWAYS = Set.of(List.of("true"), List.of("1", "=", "1"));

    ChangesRowsAtOnce() {
        super(Hazard.CHANGES_ROWS_AT_ONCE, DataChange.class);
    }

    @Override
    Optional<Draft> check(DataChange change, OperationContext context) {
        if (!OF_EXISTING_ROWS.contains(change.verb())
                || context.run().step() instanceof Step.RecipeUse
                || context.createdHere(change.table())) {
            return Optional.empty();
        }
        String table = change.table().toString();
        Optional<Held> held = context.transaction().on(change.table());
        Draft draft = context.draft(
                        hazard(), change.table(), change.verb() + " changes rows of " + table + " in one transaction")
                .effect(
                        "each row stays locked until the migration commits; writers of the same rows wait for all of it")
                .fix(fix(change, table, context))
                .may();
        if (held.isEmpty() && deletesAll(change, context)) {
            return Optional.of(draft.category(Category.DATA_LOSS)
                    .note("no condition keeps a row of " + table + ": after the commit all of them are gone"));
        }
        return Optional.of(held.map(lock -> underLock(draft, table, lock)).orElse(draft));
    }

    /** DELETE without a condition, or with one that is always true. */
    private static boolean deletesAll(DataChange change, OperationContext context) {
        if (change.verb() != Verb.DELETE
                || !(context.run().step() instanceof Step.Statement step)
                || step.operations().size() != 1) {
            return false;
        }
        List<String> tokens = step.sql().map(SqlTokens::normalise).orElse(List.of("where"));
        int where = tokens.indexOf("where");
        return where < 0 || ALWAYS.contains(tokens.subList(where + 1, tokens.size()));
    }

    /** The lock of an earlier statement is kept until the rows are changed. */
    private static Draft underLock(Draft draft, String table, Held held) {
        String who = held.mode().blocksReads() ? "reads and writes" : "writes";
        return draft.category(WorksUnderEarlierLock.category(held.mode()))
                .effect(who + " of " + table + " wait meanwhile behind the "
                        + held.mode().sql() + " lock that "
                        + Words.keyWords(held.by().operation()) + " took in the same transaction");
    }

    private static String[] fix(DataChange change, String table, OperationContext context) {
        if (Language.isSql(context.author())) {
            return new String[] {"let a job do it that commits after every batch of keys, not a migration"};
        }
        return change.verb() == Verb.UPDATE
                ? new String[] {
                    "in batches, with the column and the expression of the UPDATE:",
                    "steps.add(backfill(" + JavaText.literal(table) + ", \"…\").setting(expr(\"…\")));"
                }
                : new String[] {"let the application do it in batches, outside a migration"};
    }
}

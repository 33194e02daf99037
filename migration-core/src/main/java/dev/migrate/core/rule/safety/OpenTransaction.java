package dev.migrate.core.rule.safety;

import dev.migrate.core.graph.RunOperation;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.PlacedOperation;
import dev.migrate.core.migration.Step;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.DdlOperation.CreateIndex;
import dev.migrate.core.operation.DdlOperation.DropIndex;
import dev.migrate.core.operation.DdlOperation.ValidateConstraint;
import dev.migrate.core.operation.Effect;
import dev.migrate.core.operation.Effects;
import dev.migrate.core.operation.LockMode;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.operation.SessionChange;
import dev.migrate.core.operation.TypeOperation.ChangeEnum;
import dev.migrate.core.recipe.Backfill;
import dev.migrate.core.rule.Language;
import dev.migrate.core.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The locks that earlier statements of the same transaction still hold. The engine runs a step that validates, a step
 * outside a transaction and the batches of a backfill apart from the others; the statements of one step stay together.
 *
 * @param step the step that the last operation was part of
 * @param locks on relations that were there before the migration
 * @param labels the values that were added to enum types
 * @param utc whether the time zone of the session is UTC, where a statement has set it
 */
record OpenTransaction(
        Optional<Step> step, Map<ObjectName, Held> locks, List<ChangeEnum> labels, Optional<Boolean> utc) {
    /** Nothing has run. */
    static final OpenTransaction NONE = new OpenTransaction(Optional.empty(), Map.of(), List.of(), Optional.empty());

    private static final Set<String> UTC = Set.of("UTC", "ETC/UTC", "GMT", "ZULU", "UCT", "0");
    private static final Set<SessionChange.Kind> ENDS =
            Set.of(SessionChange.Kind.COMMIT, SessionChange.Kind.ROLLBACK, SessionChange.Kind.PREPARE_TRANSACTION);

    /**
     * A lock that is held.
     *
     * @param by the operation that took it
     */
    record Held(LockMode mode, RunOperation by) {}

    /** The lock on a relation that stops its writers, if one is held. */
    Optional<Held> on(ObjectName relation) {
        return Optional.ofNullable(locks.get(relation))
                .filter(held -> held.mode().blocksWrites());
    }

    /** As an operation finds it: without the locks of statements that have committed before. */
    OpenTransaction at(RunOperation next) {
        boolean together = step.filter(next.step()::equals).isPresent();
        boolean apart = runsApart(next.step(), next.author())
                || step.filter(before -> runsApart(before, next.author())).isPresent();
        return apart && !together ? committed() : this;
    }

    /** With the locks of what belongs to the same statement. */
    OpenTransaction with(List<RunOperation> together, Schema before, int postgres, Novelty novelty) {
        OpenTransaction all = this;
        for (RunOperation run : together) {
            Effect effect = Effects.of(run.operation(), before, postgres, novelty::isNew);
            all = new OpenTransaction(step, all.after(run, effect).locks(), labels, utc);
        }
        return all;
    }

    /** After an operation that ran in it. */
    OpenTransaction after(RunOperation run, Effect effect) {
        if (run.operation() instanceof SessionChange change && ENDS.contains(change.kind())) {
            return committed();
        }
        Map<ObjectName, Held> held = new LinkedHashMap<>(locks);
        effect.locks()
                .forEach((relation, mode) -> held.merge(relation, new Held(mode, run), OpenTransaction::stronger));
        return new OpenTransaction(
                Optional.of(run.step()), held, labelsAfter(run.operation()), zoneAfter(run.operation()));
    }

    private OpenTransaction committed() {
        return new OpenTransaction(Optional.empty(), Map.of(), List.of(), utc);
    }

    private List<ChangeEnum> labelsAfter(DdlOperation operation) {
        if (!(operation instanceof ChangeEnum change) || change.renames()) {
            return labels;
        }
        List<ChangeEnum> more = new ArrayList<>(labels);
        more.add(change);
        return more;
    }

    private Optional<Boolean> zoneAfter(DdlOperation operation) {
        if (!(operation instanceof SessionChange change)
                || change.setting().filter("timezone"::equals).isEmpty()) {
            return utc;
        }
        return change.values().isEmpty()
                ? Optional.empty()
                : Optional.of(UTC.contains(change.values().get(0).toUpperCase(Locale.ROOT)));
    }

    private static Held stronger(Held one, Held other) {
        return one.mode().compareTo(other.mode()) >= 0 ? one : other;
    }

    private static boolean runsApart(Step step, Migration author) {
        if (step instanceof Step.RecipeUse use) {
            return use.recipe() instanceof Backfill || concurrent(step);
        }
        boolean outside = ((Step.Statement) step).doneWhen().isPresent();
        return outside || concurrent(step) || (!Language.isSql(author) && validates(step));
    }

    /** PostgreSQL refuses these in a transaction, so that they never run in one. */
    private static boolean concurrent(Step step) {
        return step.operations().stream()
                .map(PlacedOperation::operation)
                .anyMatch(operation -> (operation instanceof CreateIndex create && create.concurrently())
                        || (operation instanceof DropIndex drop && drop.concurrently()));
    }

    private static boolean validates(Step step) {
        return step.operations().stream().anyMatch(placed -> placed.operation() instanceof ValidateConstraint);
    }

    /** Copies the map and the list. */
    OpenTransaction {
        Objects.requireNonNull(step, "step");
        locks = Map.copyOf(locks);
        labels = List.copyOf(labels);
    }
}

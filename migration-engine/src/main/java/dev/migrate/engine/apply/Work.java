package dev.migrate.engine.apply;

import dev.migrate.core.plan.MigrationPlan;
import dev.migrate.core.plan.Recorded;
import dev.migrate.core.plan.Undo;
import dev.migrate.core.plan.Unit;
import dev.migrate.engine.history.HistoryWriter;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The units of a migration in one direction, with the statements that record them.
 *
 * @param direction as it stands in the journal
 * @param begin says that some units may be done
 * @param atOnce records all of it, in the transaction that does all of it
 * @param finish completes what {@code begin} said, with the last unit
 */
record Work(
        String name,
        String direction,
        List<Unit> units,
        String begin,
        IntFunction<String> atOnce,
        IntFunction<String> finish) {
    static Work forward(MigrationPlan plan, HistoryWriter writer) {
        return new Work(
                plan.name(),
                "up",
                plan.units(),
                writer.insert(plan, Recorded.State.APPLYING, 0),
                tries -> writer.insert(plan, Recorded.State.APPLIED, tries),
                tries -> writer.complete(plan.name(), tries));
    }

    static Work backward(Undo undo, HistoryWriter writer) {
        return new Work(
                undo.name(),
                "down",
                undo.units(),
                writer.beginUndo(undo.name()),
                tries -> writer.remove(undo.name()),
                tries -> writer.remove(undo.name()));
    }

    /** Whether one transaction does all of it. */
    boolean oneTransaction() {
        return units.isEmpty() || (units.size() == 1 && units.get(0) instanceof Unit.Transaction);
    }
}

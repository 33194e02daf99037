package dev.migrate.engine.apply;

import dev.migrate.core.plan.Unit;

/** Units in words. */
final class Units {
    private Units() {}

    /** What to show of a unit while it runs. */
    static String shown(Unit unit) {
        if (unit instanceof Unit.Batches batches) {
            return "backfill " + batches.backfill().table() + "."
                    + batches.backfill().column();
        }
        return unit.statements().isEmpty() ? "" : unit.statements().get(0);
    }
}

package dev.migrate.engine.proof;

import dev.migrate.core.migration.Migration;
import dev.migrate.core.plan.Planner;
import dev.migrate.core.plan.Unit;
import java.util.List;
import java.util.Optional;

/** What undoes a migration, as {@code rollback} would run it. */
final class WayBack {
    private WayBack() {}

    /** The units of the way back; empty if the migration is irreversible. */
    static Optional<List<Unit>> of(Planner planner, Migration migration) {
        return Optional.empty();
    }
}

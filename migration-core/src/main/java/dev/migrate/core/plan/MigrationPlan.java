package dev.migrate.core.plan;

import dev.migrate.core.migration.Migration;
import java.util.List;
import java.util.Objects;

/**
 * What one migration runs.
 *
 * @param direct whether it takes the short way, on a schema that nobody uses yet
 */
public record MigrationPlan(Migration migration, Fingerprint fingerprint, List<Unit> units, boolean direct) {
    /** Copies the list. */
    public MigrationPlan {
        Objects.requireNonNull(migration, "migration");
        Objects.requireNonNull(fingerprint, "fingerprint");
        units = List.copyOf(units);
    }

    /** The migration's name. */
    public String name() {
        return migration.simpleName();
    }

    /** Whether one transaction does all of it. */
    public boolean oneTransaction() {
        return units.isEmpty() || (units.size() == 1 && units.get(0) instanceof Unit.Transaction);
    }
}

package dev.migrate.core.plan;

import dev.migrate.core.migration.Migration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The way back of one migration.
 *
 * @param units what it runs, empty if there is no way back
 * @param impossible why there is none, as a claim
 */
public record Undo(Migration migration, List<Unit> units, Optional<String> impossible) {
    /** Copies the list. */
    public Undo {
        Objects.requireNonNull(migration, "migration");
        Objects.requireNonNull(impossible, "impossible");
        units = List.copyOf(units);
    }

    static Undo impossible(Migration migration, String reason) {
        return new Undo(migration, List.of(), Optional.of(reason));
    }

    /** The migration's name. */
    public String name() {
        return migration.simpleName();
    }
}

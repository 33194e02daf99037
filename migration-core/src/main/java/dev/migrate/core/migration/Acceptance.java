package dev.migrate.core.migration;

import dev.migrate.api.Hazard;
import java.util.Objects;

/**
 * An accepted hazard.
 *
 * @param on the table it is accepted for
 * @param place of the {@code @Accept}
 */
public record Acceptance(Hazard hazard, String on, String because, Place place) {
    /** Refuses null. */
    public Acceptance {
        Objects.requireNonNull(hazard, "hazard");
        Objects.requireNonNull(on, "on");
        Objects.requireNonNull(because, "because");
        Objects.requireNonNull(place, "place");
    }
}

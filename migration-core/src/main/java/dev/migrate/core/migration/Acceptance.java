package dev.migrate.core.migration;

import dev.migrate.api.Hazard;
import java.util.Objects;

/**
 * An accepted hazard.
 *
 * @param on the table it is accepted for
 * @param place of the {@code @Accept}
 * @param onPlace of the value of {@code on}
 * @param becausePlace of the value of {@code because}
 */
public record Acceptance(Hazard hazard, String on, String because, Place place, Place onPlace, Place becausePlace) {
    /** An acceptance whose parts have no places of their own. */
    public Acceptance(Hazard hazard, String on, String because, Place place) {
        this(hazard, on, because, place, place, place);
    }

    /** Refuses null. */
    public Acceptance {
        Objects.requireNonNull(hazard, "hazard");
        Objects.requireNonNull(on, "on");
        Objects.requireNonNull(because, "because");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(onPlace, "onPlace");
        Objects.requireNonNull(becausePlace, "becausePlace");
    }
}

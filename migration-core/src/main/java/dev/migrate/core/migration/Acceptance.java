package dev.migrate.core.migration;

import dev.migrate.api.Hazard;
import java.util.Objects;
import java.util.Optional;

/**
 * An accepted hazard.
 *
 * @param on the table it is accepted for
 * @param place of the {@code @Accept}
 * @param onPlace of the value of {@code on}
 * @param becausePlace of the value of {@code because}
 * @param scope the one statement it is accepted for; empty for the whole migration
 */
public record Acceptance(
        Hazard hazard,
        String on,
        String because,
        Place place,
        Place onPlace,
        Place becausePlace,
        Optional<Place> scope) {
    /** An acceptance for the whole migration. */
    public Acceptance(Hazard hazard, String on, String because, Place place, Place onPlace, Place becausePlace) {
        this(hazard, on, because, place, onPlace, becausePlace, Optional.empty());
    }

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
        Objects.requireNonNull(scope, "scope");
    }

    /** Whether it is accepted for what stands there. */
    public boolean covers(Place found) {
        return scope.filter(statement -> !statement.contains(found)).isEmpty();
    }
}

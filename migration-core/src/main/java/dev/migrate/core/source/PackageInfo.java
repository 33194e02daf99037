package dev.migrate.core.source;

import dev.migrate.core.migration.Place;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a {@code package-info} says about the migrations below it.
 *
 * @param app from {@code @Migrations}
 * @param postgres from {@code @Migrations}
 * @param release from {@code @Release}
 * @param closed from {@code @Release}
 * @param place of {@code @Migrations}, or of {@code @Release} where that stands alone; empty where it is not known
 */
public record PackageInfo(
        String packageName,
        Optional<String> app,
        OptionalInt postgres,
        Optional<String> release,
        boolean closed,
        Optional<Place> place) {
    /** Refuses null. */
    public PackageInfo {
        Objects.requireNonNull(packageName, "packageName");
        Objects.requireNonNull(app, "app");
        Objects.requireNonNull(postgres, "postgres");
        Objects.requireNonNull(release, "release");
        Objects.requireNonNull(place, "place");
    }
}

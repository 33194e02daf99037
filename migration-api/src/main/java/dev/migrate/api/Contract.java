package dev.migrate.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The second half of a change in two releases. It stands on a {@link ContractMigration} and narrows by exactly what the
 * named {@link Expand} declared; on a production database it waits until the expand was part of a recorded release.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Contract {
    /** The migration whose second half this is; it is annotated {@link Expand} and ordered before this one. */
    Class<? extends AnyMigration> of();
}

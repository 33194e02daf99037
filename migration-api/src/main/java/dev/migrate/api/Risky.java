package dev.migrate.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A migration with named, explained exceptions to the rules. It stands alone on a {@link RiskyMigration}, or beside
 * {@link Expand} or {@link Contract}; never beside {@link Safe}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Risky {
    /** The accepted hazards, one object each. */
    Accept[] value();

    /**
     * Whether the migration needs a window without traffic. Dangerous hazards ({@link Hazard#dangerous()}) are accepted
     * only with this, and {@code migrate:apply} then asks for {@code -Dmigrate.maintenanceWindow}.
     */
    boolean maintenanceWindow() default false;
}

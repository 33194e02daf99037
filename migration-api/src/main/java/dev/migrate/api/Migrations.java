package dev.migrate.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says, once, on a {@code package-info}, that the packages below hold the migrations of an application. The nearest
 * annotated package wins; a migration below none is an error.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PACKAGE)
public @interface Migrations {
    /** The application's name, unique in its database: with the schema and the migration's name it is the history's key. */
    String app();

    /**
     * The oldest major version of PostgreSQL in use, 13 or newer. The compiler judges every version from this one to
     * the newest known, and a hazard on any of them counts.
     */
    int postgres();
}

package dev.migrate.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a migration has no way back. Without it, a migration whose inverse can neither be derived nor is written in
 * {@code down} does not compile.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Irreversible {
    /** Why there is no way back; a blank reason is an error. */
    String because();
}

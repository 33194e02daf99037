package dev.migrate.api.internal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Carries what the compiler knows of a module's migrations to the modules that are compiled against it. The processor
 * writes it, on one class a module in the package {@code dev.migrate.index}; nobody else does.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ModuleIndex {
    /** The index's text, in pieces that a class file can hold. */
    String[] value();
}

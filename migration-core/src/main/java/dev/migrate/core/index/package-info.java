/**
 * What the compiler leaves behind for other builds and for the engine: one entry a migration class, as text.
 *
 * <p>The processor writes each entry as the resource {@code META-INF/migrate/<binary class name>.migration}, and all of
 * a module's into one annotated class, because {@code Filer.getResource} finds only the first of equal names on a class
 * path while {@code Elements} finds every class.
 */
@NullMarked
package dev.migrate.core.index;

import org.jspecify.annotations.NullMarked;

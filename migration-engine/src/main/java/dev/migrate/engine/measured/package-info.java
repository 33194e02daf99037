/** Measures on servers what {@code core.operation} claims. */
@NullMarked
package dev.migrate.engine.measured;

import org.jspecify.annotations.NullMarked;

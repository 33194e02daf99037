/** What DDL did on real servers, case by case, and whether that is what {@code core.operation} claims of it. */
@NullMarked
package dev.migrate.core.measured;

import org.jspecify.annotations.NullMarked;

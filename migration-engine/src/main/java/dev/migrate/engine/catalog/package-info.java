/** What a database holds, as text that can be compared. */
@NullMarked
package dev.migrate.engine.catalog;

import org.jspecify.annotations.NullMarked;

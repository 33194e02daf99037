/** Databases that were there before this tool: what other tools recorded is kept, and what is done counts as done. */
@NullMarked
package dev.migrate.engine.baseline;

import org.jspecify.annotations.NullMarked;

/** One typed stream of what happens: log, progress bar, JSON and tests all read it. */
@NullMarked
package dev.migrate.engine.event;

import org.jspecify.annotations.NullMarked;

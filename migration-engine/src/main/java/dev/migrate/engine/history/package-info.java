/** What was run, in tables of the database itself: written in the transaction of the step that it records. */
@NullMarked
package dev.migrate.engine.history;

import org.jspecify.annotations.NullMarked;

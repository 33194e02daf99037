/** Runs migrations, forward and back: in short transactions that record themselves, so that a run can end anywhere. */
@NullMarked
package dev.migrate.engine.apply;

import org.jspecify.annotations.NullMarked;

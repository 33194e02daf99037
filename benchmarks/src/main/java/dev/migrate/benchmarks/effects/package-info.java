/** What each statement does on real servers of every supported major, beside what we claim of it. */
@NullMarked
package dev.migrate.benchmarks.effects;

import org.jspecify.annotations.NullMarked;

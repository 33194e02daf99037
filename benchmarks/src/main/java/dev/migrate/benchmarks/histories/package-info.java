/** Histories that others wrote, run statement by statement on a server that is watched, beside the verdicts on them. */
@NullMarked
package dev.migrate.benchmarks.histories;

import org.jspecify.annotations.NullMarked;

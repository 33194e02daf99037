/** Measurements by name, beside the peers of the same run: {@code benchmarks/run}. */
@NullMarked
package dev.migrate.benchmarks;

import org.jspecify.annotations.NullMarked;

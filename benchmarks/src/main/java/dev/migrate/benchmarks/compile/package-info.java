/** What the annotation processor adds to a compilation: of a thousand migrations, and of one among a thousand. */
@NullMarked
package dev.migrate.benchmarks.compile;

import org.jspecify.annotations.NullMarked;

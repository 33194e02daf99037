/** What {@code check} costs on a large folder of SQL. */
@NullMarked
package dev.migrate.benchmarks.check;

import org.jspecify.annotations.NullMarked;

/** Claims about PostgreSQL beside servers of all versions. */
@NullMarked
package dev.migrate.benchmarks.effects;

import org.jspecify.annotations.NullMarked;

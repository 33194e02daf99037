/** What the rules find of what servers showed to block. */
@NullMarked
package dev.migrate.benchmarks.verdicts;

import org.jspecify.annotations.NullMarked;

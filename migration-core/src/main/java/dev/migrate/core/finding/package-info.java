/** Findings as values: what is wrong, where, and what to write instead. */
@NullMarked
package dev.migrate.core.finding;

import org.jspecify.annotations.NullMarked;

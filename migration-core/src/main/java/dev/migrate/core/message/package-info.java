/** Findings as text: one shape for the compiler, the log and the terminal. */
@NullMarked
package dev.migrate.core.message;

import org.jspecify.annotations.NullMarked;

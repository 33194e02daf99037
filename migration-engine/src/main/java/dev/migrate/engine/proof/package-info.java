/** Proof on a real server: migrations apply from empty, and their way back leads back. */
@NullMarked
package dev.migrate.engine.proof;

import org.jspecify.annotations.NullMarked;

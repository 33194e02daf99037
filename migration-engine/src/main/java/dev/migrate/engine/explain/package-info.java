/** The pages of the rules, as the terminal and other outputs show them. */
@NullMarked
package dev.migrate.engine.explain;

import org.jspecify.annotations.NullMarked;

/**
 * Migrations read from Java source, with the place of every token: no class is loaded, nothing is compiled. What other
 * files decide is asked of a {@link dev.migrate.core.source.SourceResolver}; what cannot be read is opaque, never left
 * out.
 */
@NullMarked
package dev.migrate.core.source;

import org.jspecify.annotations.NullMarked;

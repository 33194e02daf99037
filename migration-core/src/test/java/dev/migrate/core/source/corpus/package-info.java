/** Java migrations as other projects write them, made by a seeded generator and run for real to know what they do. */
@NullMarked
package dev.migrate.core.source.corpus;

import org.jspecify.annotations.NullMarked;

/** {@code java -jar}: the same commands and settings as the Maven plugin, for production images that have no Maven. */
@NullMarked
package dev.migrate.engine.cli;

import org.jspecify.annotations.NullMarked;

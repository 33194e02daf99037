/**
 * The library: {@link dev.migrate.engine.Migrate} has one method a command; the Maven plugin and the command line are
 * thin shells around it. This module is the only place with input and output.
 */
@NullMarked
package dev.migrate.engine;

import org.jspecify.annotations.NullMarked;

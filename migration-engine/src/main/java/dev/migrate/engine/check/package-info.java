/** {@code check}: judges what the compiled classes record, at the places of the source, and proves it on a server. */
@NullMarked
package dev.migrate.engine.check;

import org.jspecify.annotations.NullMarked;

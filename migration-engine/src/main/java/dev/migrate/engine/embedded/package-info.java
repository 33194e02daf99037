/**
 * PostgreSQL without an installation: the binaries are unpacked once a machine, a server runs from a data directory of
 * the build and ends with the process that started it, however that process ends.
 */
@NullMarked
package dev.migrate.engine.embedded;

import org.jspecify.annotations.NullMarked;

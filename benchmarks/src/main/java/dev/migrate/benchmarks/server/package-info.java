/** The server that is measured on, its log, and a proxy that sees what goes over the wire. */
@NullMarked
package dev.migrate.benchmarks.server;

import org.jspecify.annotations.NullMarked;

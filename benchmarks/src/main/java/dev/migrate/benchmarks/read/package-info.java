/** How fast and how much is read of other people's scripts, and whether it is what a server makes of them. */
@NullMarked
package dev.migrate.benchmarks.read;

import org.jspecify.annotations.NullMarked;

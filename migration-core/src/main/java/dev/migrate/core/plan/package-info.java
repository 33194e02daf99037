/** What a migration runs, in which transactions, how each part tells that it is done, and the way back. */
@NullMarked
package dev.migrate.core.plan;

import org.jspecify.annotations.NullMarked;

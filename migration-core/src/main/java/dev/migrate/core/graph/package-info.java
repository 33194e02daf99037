/** The migrations of a build as one immutable graph: order, pairs and edges, and what each of them runs. */
@NullMarked
package dev.migrate.core.graph;

import org.jspecify.annotations.NullMarked;

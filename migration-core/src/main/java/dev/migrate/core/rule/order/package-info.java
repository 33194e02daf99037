/** Rules over the graph: identity, order, pairs, the way back. They cannot be accepted. */
@NullMarked
package dev.migrate.core.rule.order;

import org.jspecify.annotations.NullMarked;

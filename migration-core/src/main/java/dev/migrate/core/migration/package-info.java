/** A migration as the three readings give it (source, recorded, traced): one model for rules, graph and plan. */
@NullMarked
package dev.migrate.core.migration;

import org.jspecify.annotations.NullMarked;

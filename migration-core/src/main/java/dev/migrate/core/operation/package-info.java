/** What a statement does to the schema, reduced to records: rules and fold see these, never SQL, jOOQ or a compiler. */
@NullMarked
package dev.migrate.core.operation;

import org.jspecify.annotations.NullMarked;

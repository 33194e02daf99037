/** The schema as the operations make it: immutable tables, columns, constraints and indexes, and the pure fold over them. */
@NullMarked
package dev.migrate.core.schema;

import org.jspecify.annotations.NullMarked;

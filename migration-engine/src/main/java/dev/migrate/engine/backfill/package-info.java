/**
 * Columns filled in batches next to live traffic: the range of keys is fixed at the start, each batch is one short
 * statement that also moves the journal, so that whoever comes after an interruption goes on with the next row.
 */
@NullMarked
package dev.migrate.engine.backfill;

import org.jspecify.annotations.NullMarked;

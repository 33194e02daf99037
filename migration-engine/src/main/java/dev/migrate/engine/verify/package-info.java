/** What must hold in the data, asked of the database: nothing is changed by asking. */
@NullMarked
package dev.migrate.engine.verify;

import org.jspecify.annotations.NullMarked;

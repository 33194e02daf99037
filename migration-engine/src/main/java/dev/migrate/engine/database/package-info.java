/** Connections to the database: how they are set up, how failures read, the run lock, short lock waits. */
@NullMarked
package dev.migrate.engine.database;

import org.jspecify.annotations.NullMarked;

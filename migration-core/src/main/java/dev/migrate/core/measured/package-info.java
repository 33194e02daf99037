/**
 * What real servers showed for several hundred statements on PostgreSQL 13 to 18: a table that ships with the library, is
 * written by a measurement, and that every claim is compared with. Rules and effects never read it.
 */
@NullMarked
package dev.migrate.core.measured;

import org.jspecify.annotations.NullMarked;

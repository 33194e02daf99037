/**
 * Traffic beside a migration: {@link dev.migrate.testing.traffic.Traffic} plays the old and the new release at a fixed
 * rate, keeps a ledger of every acknowledged write, and reports what the clients noticed.
 */
@NullMarked
package dev.migrate.testing.traffic;

import org.jspecify.annotations.NullMarked;

package dev.migrate.testing;

import java.util.Optional;

/**
 * A migration and the one before it.
 *
 * @param name the simple name of the migration under test
 * @param previous the simple name of the one before it, empty for the first
 */
record Neighbours(String name, Optional<String> previous) {}

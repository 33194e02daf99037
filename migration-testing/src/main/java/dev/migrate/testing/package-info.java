/**
 * Tests of migrations in a project's own suite: {@link dev.migrate.testing.MigrationTest} gives each test a database as it
 * is before a migration, {@link dev.migrate.testing.MigrationStatements} the statements without a server.
 */
@NullMarked
package dev.migrate.testing;

import org.jspecify.annotations.NullMarked;

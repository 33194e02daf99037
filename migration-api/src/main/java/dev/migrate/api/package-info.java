/**
 * What an author of a migration imports: annotations, {@link dev.migrate.api.SchemaMigration} and its siblings, and
 * the {@linkplain dev.migrate.api.Recipes recipes}. Nothing here touches a database: a migration describes, the engine
 * executes.
 */
@NullMarked
package dev.migrate.api;

import org.jspecify.annotations.NullMarked;

/** The recipes: what each does to the schema, in both halves, and with which statements it runs. */
@NullMarked
package dev.migrate.core.recipe;

import org.jspecify.annotations.NullMarked;

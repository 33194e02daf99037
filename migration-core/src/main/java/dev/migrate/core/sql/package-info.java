/** PostgreSQL text to operations: tokenizer and recursive descent over DDL. What is not understood is opaque, never guessed. */
@NullMarked
package dev.migrate.core.sql;

import org.jspecify.annotations.NullMarked;

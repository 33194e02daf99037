/** Files of SQL from disk: which belong to a folder, and what text their bytes are. */
@NullMarked
package dev.migrate.engine.script;

import org.jspecify.annotations.NullMarked;

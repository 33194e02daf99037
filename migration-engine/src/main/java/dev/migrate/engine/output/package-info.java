/** What people and machines see of a command: lines for events, tables, JSON; used by the command line and the plugin. */
@NullMarked
package dev.migrate.engine.output;

import org.jspecify.annotations.NullMarked;

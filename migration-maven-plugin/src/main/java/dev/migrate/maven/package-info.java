/**
 * The goals of {@code mvn migrate:…}: parameters and one call each. What they do is in {@code migration-engine}; what
 * they add is Maven's: the module's files, settings.xml, the log, and an embedded server that lives as long as the run.
 */
@NullMarked
package dev.migrate.maven;

import org.jspecify.annotations.NullMarked;

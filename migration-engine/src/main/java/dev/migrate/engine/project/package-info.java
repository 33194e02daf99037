/** The border between the engine and the project's classes: they load apart, and only types of the JDK cross. */
@NullMarked
package dev.migrate.engine.project;

import org.jspecify.annotations.NullMarked;

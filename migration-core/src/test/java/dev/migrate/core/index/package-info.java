@NullMarked
package dev.migrate.core.index;

import org.jspecify.annotations.NullMarked;

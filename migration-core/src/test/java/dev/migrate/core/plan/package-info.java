@NullMarked
package dev.migrate.core.plan;

import org.jspecify.annotations.NullMarked;

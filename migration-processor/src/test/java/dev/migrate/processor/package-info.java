@NullMarked
package dev.migrate.processor;

import org.jspecify.annotations.NullMarked;

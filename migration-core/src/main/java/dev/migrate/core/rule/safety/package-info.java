/** Rules over one operation in its context, one a constant of {@link dev.migrate.api.Hazard}. */
@NullMarked
package dev.migrate.core.rule.safety;

import org.jspecify.annotations.NullMarked;

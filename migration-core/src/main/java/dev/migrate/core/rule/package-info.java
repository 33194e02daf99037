/** The judge, and what a rule is; the rules themselves are in the packages below. Findings are values. */
@NullMarked
package dev.migrate.core.rule;

import org.jspecify.annotations.NullMarked;

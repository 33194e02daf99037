/** How many statements, transactions, round trips and how much CPU one-statement migrations cost, tool by tool. */
@NullMarked
package dev.migrate.benchmarks.statements;

import org.jspecify.annotations.NullMarked;

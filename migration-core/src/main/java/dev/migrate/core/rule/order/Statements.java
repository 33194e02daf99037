package dev.migrate.core.rule.order;

import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.Step;
import java.util.Locale;
import java.util.stream.Stream;

/** The SQL steps of a migration. */
final class Statements {
    private Statements() {}

    /** Of the way up, of what the contract runs, and of the written way back. */
    static Stream<Step.Statement> all(Migration migration) {
        return Stream.of(
                        migration.up(), migration.atContract(), migration.down().orElse(java.util.List.of()))
                .flatMap(java.util.List::stream)
                .filter(Step.Statement.class::isInstance)
                .map(Step.Statement.class::cast);
    }

    /** A block that jOOQ makes of some chains holds several statements, and is one. */
    static boolean isBlock(String sql) {
        return sql.strip().toLowerCase(Locale.ROOT).startsWith("do $$");
    }
}

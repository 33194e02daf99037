package dev.migrate.core.rule.order;

import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.Place;
import dev.migrate.core.migration.Step;
import dev.migrate.core.sql.SqlReader;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The SQL steps of a migration. */
final class Statements {
    private Statements() {}

    /** Of the way up, of what the contract runs, and of the written way back. */
    static Stream<Step.Statement> all(Migration migration) {
        return Stream.of(
                        migration.up(), migration.atContract(), migration.down().orElse(List.of()))
                .flatMap(List::stream)
                .filter(Step.Statement.class::isInstance)
                .map(Step.Statement.class::cast);
    }

    /** A block that jOOQ makes of some chains holds several statements, and is one. */
    static boolean isBlock(String sql) {
        return sql.strip().toLowerCase(Locale.ROOT).startsWith("do $$");
    }

    /**
     * Where a person would point in a step: at what the n-th statement of its text works on.
     *
     * @param number counts from 0
     */
    static Place token(Step.Statement step, int number) {
        int before = step.sql().map(SqlReader::read).orElse(List.of()).stream()
                .limit(number)
                .mapToInt(statement -> statement.operations().size())
                .sum();
        return before < step.operations().size() ? step.operations().get(before).place() : step.place();
    }
}

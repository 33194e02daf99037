package dev.migrate.core.rule.order;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.Step;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.rule.JavaText;
import dev.migrate.core.rule.OrderRule;
import dev.migrate.core.sql.SqlReader;
import dev.migrate.core.sql.SqlStatement;
import java.util.List;

/** Flags a step that holds more than one statement; at what the second works on. */
final class SeveralStatements implements MigrationRule {
    private static final int SHOWN = 10;

    @Override
    public List<Finding> check(Migration migration, MigrationGraph graph) {
        return Statements.all(migration)
                .filter(SeveralStatements::isWritten)
                .filter(statement -> statements(statement).size() > 1)
                .map(statement -> finding(migration, statement))
                .toList();
    }

    /** What jOOQ renders for one query can be a block of several statements, and stays one step. */
    private static boolean isWritten(Step.Statement statement) {
        return statement.sql().filter(sql -> !Statements.isBlock(sql)).isPresent();
    }

    private static List<SqlStatement> statements(Step.Statement statement) {
        return statement.sql().map(SqlReader::read).orElse(List.of());
    }

    private static Finding finding(Migration migration, Step.Statement statement) {
        List<SqlStatement> statements = statements(statement);
        String[] lines = statements.stream()
                .limit(SHOWN)
                .map(SqlStatement::text)
                .map(JavaText::addSql)
                .toArray(String[]::new);
        return Draft.of(
                        OrderRule.SEVERAL_STATEMENTS,
                        migration,
                        Statements.token(statement, 1),
                        "one sql(…) of " + migration.simpleName() + " holds " + statements.size() + " statements")
                .effect(
                        "they would share one inverse and one entry in the journal, and a lock of the first would be held"
                                + " during the others")
                .fix(lines)
                .finding();
    }
}

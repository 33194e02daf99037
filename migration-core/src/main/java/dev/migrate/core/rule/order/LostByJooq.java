package dev.migrate.core.rule.order;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.message.Messages;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.Step;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.rule.OrderRule;
import java.util.List;

/** Flags a statement whose SQL lacks something that the author wrote; at what it works on. */
final class LostByJooq implements MigrationRule {
    @Override
    public List<Finding> check(Migration migration, MigrationGraph graph) {
        return Statements.all(migration)
                .filter(statement -> !statement.lost().isEmpty())
                .map(statement -> finding(migration, statement))
                .toList();
    }

    private static Finding finding(Migration migration, Step.Statement statement) {
        String lost = Messages.list(statement.lost());
        return Draft.of(
                        OrderRule.LOST_BY_JOOQ,
                        migration,
                        Statements.token(statement, 0),
                        "jOOQ leaves out of its SQL: " + lost)
                .effect("the statement would run without it and no error would tell")
                .fix("write this statement as " + "steps.add(sql(\"…\")), with all of it in the text")
                .finding();
    }
}

package dev.migrate.core.rule.order;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.finding.Finding.Level;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.Step;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.rule.JavaText;
import dev.migrate.core.rule.OrderRule;
import dev.migrate.core.sql.SqlReader;
import dev.migrate.core.sql.SqlStatement;
import java.util.List;
import java.util.regex.Pattern;

/** Flags a statement that PostgreSQL refuses in a transaction block and that would run in one; at what it works on. */
final class NeedsOutsideTransaction implements MigrationRule {
    private static final int SHOWN = 60;

    /** Words without which no statement is of that kind: most of a long file need not be read once more. */
    private static final Pattern WORDS = Pattern.compile(
            "\\b(?:concurrently|vacuum|cluster|reindex|system|database|tablespace|subscription)\\b",
            Pattern.CASE_INSENSITIVE);

    @Override
    public boolean judgesSql() {
        return true;
    }

    @Override
    public List<Finding> check(Migration migration, MigrationGraph graph) {
        return Statements.all(migration)
                .filter(statement -> statement.doneWhen().isEmpty() && refusesTransaction(statement))
                .map(statement -> finding(migration, statement))
                .toList();
    }

    private static boolean refusesTransaction(Step.Statement statement) {
        return statement.sql().filter(sql -> WORDS.matcher(sql).find()).map(SqlReader::read).orElse(List.of()).stream()
                .anyMatch(read -> !read.insideTransaction());
    }

    /** Alone in its file it fails only where the file is run in a transaction, as Flyway does with those it does not know. */
    private static Finding ofSql(Migration migration, Draft draft) {
        if (migration.simpleName().endsWith(".java")) {
            return draft.fix("a class of its own for it, whose canExecuteInTransaction() gives false")
                    .finding();
        }
        boolean alone = migration.up().size() == 1;
        return draft.level(alone ? Level.WARNING : Level.ERROR)
                .fix(
                        alone
                                ? "executeInTransaction=false in " + migration.simpleName()
                                        + ".conf for Flyway; what other tools have for it"
                                : "a file of its own for it, which runs without a transaction")
                .finding();
    }

    private static Finding finding(Migration migration, Step.Statement statement) {
        List<SqlStatement> statements = statement.sql().map(SqlReader::read).orElse(List.of());
        int refused = 0;
        while (statements.get(refused).insideTransaction()) {
            refused++;
        }
        String sql = statements.get(refused).text();
        Draft draft = Draft.of(
                        OrderRule.NEEDS_OUTSIDE_TRANSACTION,
                        migration,
                        migration.isSql() ? statement.place() : Statements.token(statement, refused),
                        "a statement of " + migration.simpleName() + " cannot run in a transaction: " + shortened(sql))
                .effect("PostgreSQL stops with 25001: it cannot run inside a transaction block");
        if (migration.isSql()) {
            return ofSql(migration, draft);
        }
        return draft.fix("steps.add(" + JavaText.sql(sql) + ".outsideTransaction().doneWhen(\"SELECT …\"));")
                .note("doneWhen takes a SELECT of one boolean, true exactly when the statement took full effect;"
                        + "\nindexConcurrently and dropIndexConcurrently bring theirs")
                .finding();
    }

    private static String shortened(String sql) {
        String line = sql.replaceAll("\\s+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}

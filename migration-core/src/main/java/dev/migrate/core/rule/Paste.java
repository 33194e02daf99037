package dev.migrate.core.rule;

import dev.migrate.api.Hazard;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.operation.DataType;
import dev.migrate.core.operation.DdlOperation.CreateIndex;
import dev.migrate.core.operation.ObjectName;
import java.util.List;
import java.util.Optional;

/**
 * Text to paste in the language of the migration, in the author's own names: a line each. A line that is no whole
 * statement is for people, and says where the statements after it go.
 */
public sealed interface Paste permits JavaPaste, SqlPaste {
    /** For what the migration is written in. */
    static Paste of(Migration author) {
        return Language.isSql(author) ? new SqlPaste() : new JavaPaste();
    }

    /** A statement where the flagged one stands. */
    String statement(String sql);

    /** Statements that narrow, where that is allowed. */
    List<String> narrowing(Migration author, List<String> statements);

    /** Statements that narrow, in the contract whatever the migration is. */
    List<String> atContract(Migration author, List<String> statements);

    /** An index built without blocking, where the flagged statement stands. */
    List<String> index(CreateIndex create);

    /** An index built without blocking, followed by statements that narrow. */
    List<String> indexThen(Migration author, CreateIndex create, List<String> statements);

    /** A unique index built without blocking, in the contract whatever the migration is. */
    List<String> indexAtContract(Migration author, CreateIndex create);

    /** The line before a new column that takes the place of another. */
    String aNewColumn();

    /** The lines that fill the new column and retire the old one. */
    List<String> retire(ObjectName table, String column, List<String> backfill);

    /** The last line of a replacement. */
    String afterRetirement(String replacement);

    /** What has to come before something that breaks statements of the running release. */
    String releaseFirst();

    /** When NOT NULL of a column that is filled in batches follows. */
    String notNullLater();

    /** A new column, with a constant default and NOT NULL if there is one. */
    String addColumn(ObjectName table, String column, DataType type, Optional<Sample> sample);

    /** The rows of a column filled in batches, and what rows of the running release get meanwhile. */
    List<String> backfill(ObjectName table, String column, String expression, boolean alsoNewRows);

    /** A statement that cannot run in a transaction, with the query that tells whether it is done. */
    List<String> alone(String sql, String doneWhen);

    /** How a hazard is accepted, in two lines or more: where, and what. */
    List<String> accept(Migration author, List<Hazard> hazards, String on);

    /**
     * A constant of a type.
     *
     * @param java as jOOQ's {@code defaultValue} takes it
     * @param sql as DEFAULT takes it
     */
    record Sample(String java, String sql) {}
}

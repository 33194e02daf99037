package dev.migrate.core.rule.safety;

import dev.migrate.api.Hazard;
import dev.migrate.core.operation.DdlOperation.CreateIndex;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.rule.StatementText;
import java.util.List;
import java.util.Optional;

/**
 * Flags CREATE INDEX without CONCURRENTLY. Silent for a table created in the same migration.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY">Building
 *     Indexes Concurrently</a>
 */
final class CreateIndexBlocksWrites extends BlockingRule<CreateIndex> {
    CreateIndexBlocksWrites() {
        super(Hazard.CREATE_INDEX_BLOCKS_WRITES, CreateIndex.class);
    }

    @Override
    Optional<Draft> check(CreateIndex create, OperationContext context) {
        String table = create.table().toString();
        return Optional.of(context.draftByEffect(
                        hazard(),
                        create.table(),
                        "creating index " + StatementText.indexName(create) + " blocks writes to " + table
                                + " until the build ends")
                .effect("CREATE INDEX holds a SHARE lock on " + table
                        + "; reads continue, INSERT, UPDATE and DELETE wait")
                .fix(fix(create, context))
                .note("an index on a table created in the same migration is not reported"));
    }

    private static List<String> fix(CreateIndex create, OperationContext context) {
        return create.unique()
                ? context.paste().indexThen(context.author(), create, List.of())
                : context.paste().index(create);
    }
}

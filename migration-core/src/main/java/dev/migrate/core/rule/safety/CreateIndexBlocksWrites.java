package dev.migrate.core.rule.safety;

import dev.migrate.api.Hazard;
import dev.migrate.core.operation.DdlOperation.CreateIndex;
import dev.migrate.core.rule.Draft;
import java.util.Optional;

/**
 * Flags CREATE INDEX without CONCURRENTLY. Silent for a table created in the same migration.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY">Building
 *     Indexes Concurrently</a>
 */
final class CreateIndexBlocksWrites extends SafetyRule<CreateIndex> {
    CreateIndexBlocksWrites() {
        super(Hazard.CREATE_INDEX_BLOCKS_WRITES, CreateIndex.class);
    }

    @Override
    Optional<Draft> check(CreateIndex create, OperationContext context) {
        if (create.concurrently()
                || context.createdHere(create.table())
                || !context.effect().buildsIndex()) {
            return Optional.empty();
        }
        String table = create.table().toString();
        return Optional.of(context.draft(
                        hazard(),
                        create.table(),
                        "creating index " + Fix.indexName(create) + " blocks writes to " + table
                                + " until the build ends")
                .effect("CREATE INDEX holds a SHARE lock on " + table
                        + "; reads continue, INSERT, UPDATE and DELETE wait")
                .fix(Fix.concurrentIndex(create))
                .note("an index on a table created in the same migration is not reported"));
    }
}

package dev.migrate.core.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.DdlOperation.DataChange;
import dev.migrate.core.operation.DdlOperation.DataChange.Verb;
import dev.migrate.core.operation.LockMode;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.operation.PartitionBound;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements on tables, partitions, indexes and what is stored in them. */
class TableStatementsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE «m_2024» PARTITION OF m FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')",
                "CREATE TABLE «app.x» AS SELECT 1; SELECT a INTO TEMP TABLE «y» FROM t",
                "ALTER TABLE m ATTACH PARTITION «app.p» DEFAULT, DETACH PARTITION «q» CONCURRENTLY",
                "ALTER TABLE t INHERIT «p», NO INHERIT «q»",
                "ALTER TABLE «t» SET SCHEMA app",
                "ALTER TABLE t ALTER «a» ADD GENERATED ALWAYS AS IDENTITY, ALTER COLUMN «b» DROP EXPRESSION",
                "ALTER TABLE t ALTER CONSTRAINT «c» NOT ENFORCED, «DISABLE» TRIGGER ALL, «OWNER» TO app",
                "ALTER TABLE t ALTER a TYPE «text» COLLATE \"C\" USING a",
                "ALTER INDEX «i» ATTACH PARTITION j; ALTER INDEX «app.i» SET (fillfactor = 70)",
                "REINDEX (VERBOSE) TABLE CONCURRENTLY «t»; REINDEX «DATABASE»; «VACUUM»; VACUUM FULL «a», «b» (x)",
                "CLUSTER i ON «t»; REFRESH MATERIALIZED VIEW «v»; LOCK TABLE «a», ONLY «b» IN SHARE MODE",
                "WITH x AS (DELETE FROM «a» RETURNING *) INSERT INTO «b» SELECT * FROM x",
                "SELECT 1 FROM «t» x JOIN u ON true FOR UPDATE OF x",
                "COPY «t» (a) FROM stdin"
            })
    void pointsAtTheTokenAPersonWouldPointAt(String source) {
        Marked read = Marked.read(source);

        assertThat(read.places()).isEqualTo(read.marked());
        assertThat(read.operations()).noneMatch(DdlOperation.Opaque.class::isInstance);
    }

    @Test
    void readsEveryForm() throws IOException {
        try (InputStream stream = TableStatementsTest.class.getResourceAsStream("table-statements.sql")) {
            String text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            List<SqlStatement> statements = SqlReader.read(text);

            assertThat(statements).hasSizeGreaterThan(110);
            assertThat(statements)
                    .allSatisfy(statement -> assertThat(statement.operations())
                            .as(statement.text())
                            .noneMatch(each -> each.operation() instanceof DdlOperation.Opaque));
        }
    }

    @Test
    void tellsAllChangesOfAStatementWithQueries() {
        assertThat(Marked.read("WITH a AS (UPDATE ONLY x SET b = 1), c AS (SELECT 1 FROM z FOR UPDATE)"
                                + " MERGE INTO y USING a ON true WHEN MATCHED THEN DELETE")
                        .operations())
                .containsExactly(
                        new DataChange(Verb.UPDATE, ObjectName.of("x"), false, true),
                        new DataChange(Verb.MERGE, ObjectName.of("y")));
    }

    @Test
    void keepsTheBoundsOfPartitionsAndTheModeOfLocks() {
        assertThat(Marked.read("ALTER TABLE m ATTACH PARTITION p FOR VALUES IN ('a', NULL)")
                        .only())
                .isEqualTo(new DdlOperation.AttachPartition(
                        ObjectName.of("m"),
                        ObjectName.of("p"),
                        new PartitionBound(PartitionBound.Kind.LIST, List.of("'a'", "NULL"), List.of())));
        assertThat(Marked.read("LOCK t IN ROW SHARE MODE").only())
                .isEqualTo(new DdlOperation.LockTable(ObjectName.of("t"), LockMode.ROW_SHARE));
        assertThat(Marked.read("SELECT 1 FROM t FOR KEY SHARE").only())
                .isEqualTo(new DdlOperation.LockTable(ObjectName.of("t"), LockMode.ROW_SHARE));
    }
}

package dev.migrate.core.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.core.operation.Effect.Certainty;
import dev.migrate.core.operation.Effect.Manner;
import dev.migrate.core.schema.Schema;
import dev.migrate.core.sql.SpannedOperation;
import dev.migrate.core.sql.SqlReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the measured rows do not say: whether statements of the running release go on, and how sure an answer is. */
class EffectsTest {
    private static final Schema SCHEMA = Schema.empty().apply(read("""
                    CREATE TABLE author (id bigint PRIMARY KEY);
                    CREATE TABLE poll (id int PRIMARY KEY, a int NOT NULL, b int, c varchar(9), d int DEFAULT 1,
                        author_id bigint REFERENCES author, CONSTRAINT b_there CHECK (b IS NOT NULL));
                    CREATE UNIQUE INDEX poll_a ON poll (a);
                    CREATE INDEX poll_c ON poll (c) WHERE c <> '';
                    """));

    private static final ObjectName POLL = ObjectName.of("poll");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE TABLE x (id int) | WIDENS",
                "DROP TABLE poll | NARROWS",
                "ALTER TABLE poll RENAME TO p | NARROWS",
                "ALTER TABLE poll ADD x int | WIDENS",
                "ALTER TABLE poll ADD x int NOT NULL | NARROWS",
                "ALTER TABLE poll ADD x int NOT NULL DEFAULT 0 | WIDENS",
                "ALTER TABLE poll ADD x bigserial PRIMARY KEY | WIDENS",
                "ALTER TABLE poll ADD x int DEFAULT 0 UNIQUE | NARROWS",
                "ALTER TABLE poll DROP b | NARROWS",
                "ALTER TABLE poll RENAME b TO c | NARROWS",
                "ALTER TABLE poll ALTER d SET NOT NULL | NARROWS",
                "ALTER TABLE poll ALTER a SET NOT NULL | NEUTRAL",
                "ALTER TABLE poll ALTER b SET NOT NULL | NEUTRAL",
                "ALTER TABLE poll ALTER a DROP NOT NULL | WIDENS",
                "ALTER TABLE poll ALTER b SET DEFAULT 1 | WIDENS",
                "ALTER TABLE poll ALTER d DROP DEFAULT | NARROWS",
                "ALTER TABLE poll ALTER b DROP DEFAULT | NEUTRAL",
                "ALTER TABLE poll ALTER c TYPE text | WIDENS",
                "ALTER TABLE poll ALTER c TYPE varchar(5) | NARROWS",
                "ALTER TABLE poll ADD CHECK (d > 0) NOT VALID | NARROWS",
                "ALTER TABLE poll ADD CHECK (d > 0) NOT ENFORCED | NEUTRAL",
                "ALTER TABLE poll ADD FOREIGN KEY (b) REFERENCES author NOT VALID | NARROWS",
                "ALTER TABLE poll ADD UNIQUE (b) | NARROWS",
                "ALTER TABLE poll ADD UNIQUE USING INDEX poll_a | NEUTRAL",
                "ALTER TABLE poll DROP CONSTRAINT b_there | WIDENS",
                "ALTER TABLE poll DROP CONSTRAINT poll_pkey | NARROWS",
                "ALTER TABLE poll VALIDATE CONSTRAINT b_there | NEUTRAL",
                "CREATE INDEX i ON poll (b) | NEUTRAL",
                "CREATE UNIQUE INDEX CONCURRENTLY i ON poll (b) | NARROWS",
                "DROP INDEX poll_c | NEUTRAL",
                "DROP INDEX poll_a | NARROWS",
                "ALTER INDEX poll_a RENAME TO i | NEUTRAL",
                "UPDATE poll SET b = 1 | NEUTRAL",
                "CREATE VIEW v AS SELECT 1 | WIDENS"
            })
    void tellsWideningFromNarrowing(String sql, Manner manner) {
        assertThat(effect(sql).manner()).isEqualTo(manner);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALTER TABLE unseen ALTER a SET NOT NULL | MAY",
                "ALTER TABLE unseen ALTER a TYPE text | MAY",
                "ALTER TABLE unseen DROP a | MAY",
                "ALTER TABLE unseen DROP CONSTRAINT c | MAY",
                "ALTER TABLE unseen VALIDATE CONSTRAINT c | MAY",
                "ALTER TABLE poll ADD x mood | MAY",
                "ALTER TABLE poll ADD x int DEFAULT f() | MAY",
                "DROP INDEX unseen | MAY",
                "ALTER TABLE unseen ADD x int | WILL",
                "ALTER TABLE unseen ADD CHECK (a > 0) | WILL",
                "CREATE INDEX i ON unseen (a) | WILL"
            })
    void saysWhatDependsOnTheUnseen(String sql, Certainty certainty) {
        assertThat(effect(sql).certainty()).isEqualTo(certainty);
    }

    @Test
    void proofByCheckSparesTheScanSince12() {
        DdlOperation operation = read("ALTER TABLE poll ALTER b SET NOT NULL").get(0);

        assertThat(Effects.of(operation, SCHEMA, 11).scans()).isTrue();
        assertThat(Effects.of(operation, SCHEMA, 12).scans()).isFalse();
    }

    /** Measured on PostgreSQL 15: the table's file is another one afterwards, or the same. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "varchar(5)[] | varchar(9)[] | true",
                "varchar(5)[] | varchar[] | false",
                "varchar(5)[] | varchar(5)[][] | false",
                "varchar(5)[] | text[] | true",
                "text[] | varchar[] | true",
                "text[] | varchar(9)[] | true",
                "varchar[] | text[] | true",
                "int[] | bigint[] | true",
                "int[] | int[][] | false",
                "numeric(5,2)[] | numeric[] | false",
                "timestamp(3)[] | timestamp[] | false",
                "text[] | name_domain[] | true",
                "name_domain[] | text[] | true"
            })
    void arraysAreConvertedElementByElement(String from, String to, boolean rewrites) {
        Schema schema = Schema.empty().apply(read("CREATE TABLE poll (tags " + from + ")"));
        DdlOperation change = read("ALTER TABLE poll ALTER tags TYPE " + to).get(0);

        Effect effect = Effects.of(change, schema, 15);

        assertThat(effect.rewrites()).isEqualTo(rewrites);
        assertThat(effect.certainty()).isEqualTo(Certainty.WILL);
    }

    /** As PostgreSQL 15 did it with the extension: the casts between text and citext are WITHOUT FUNCTION, char's is not. */
    @ParameterizedTest
    @CsvSource({
        "text, citext, false",
        "varchar(9), public.citext, false",
        "citext, text, false",
        "citext, varchar, false",
        "citext, bpchar, false",
        "citext, varchar(20), true",
        "char(5), citext, true"
    })
    void citextIsTheSameBytesInAnotherOrder(String from, String to, boolean rewrites) {
        Schema before = Schema.empty().apply(read("CREATE TABLE t (a %s, b int)".formatted(from)));
        List<DdlOperation> change = read("ALTER TABLE t ALTER a TYPE " + to);
        Effect plain = Effects.of(change.get(0), before, 15);
        Effect indexed = Effects.of(change.get(0), before.apply(read("CREATE INDEX i ON t (a)")), 15);

        assertThat(plain.rewrites()).isEqualTo(rewrites);
        assertThat(plain.buildsIndex()).isFalse();
        assertThat(indexed.rewrites() || indexed.buildsIndex()).isTrue();
        assertThat(plain.certainty()).isEqualTo(Certainty.WILL);
    }

    /** Seen on PostgreSQL 13, 15 and 18; with the type as it is, too. */
    @ParameterizedTest
    @CsvSource({
        "INDEX i ON p (v), true",
        "INDEX i ON p (d) INCLUDE (v), true",
        "INDEX i ON p (d), false",
        "INDEX i ON p_2 (v), false"
    })
    void wideningBuildsIndexesOfAllPartitionsAnewIfTheirParentHasThem(String index, boolean builds) {
        Schema before = Schema.empty().apply(read("""
                        CREATE TABLE p (d date, v varchar(9)) PARTITION BY RANGE (d);
                        CREATE TABLE p_1 PARTITION OF p DEFAULT PARTITION BY RANGE (d);
                        CREATE TABLE p_2 PARTITION OF p_1 DEFAULT;
                        CREATE %s;
                        """.formatted(index)));

        Effect effect =
                Effects.of(read("ALTER TABLE p ALTER v TYPE varchar(20)").get(0), before, 15);

        assertThat(effect.buildsIndex()).isEqualTo(builds);
        assertThat(effect.worked()).isEqualTo(builds ? Set.of(ObjectName.of("p_2")) : Set.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE c PARTITION OF p DEFAULT",
                "CREATE TABLE c (a int) INHERITS (p)",
                "CREATE TABLE p (a int); ALTER TABLE p INHERIT p",
                "CREATE TABLE p (a int) INHERITS (p)",
                "CREATE TABLE p PARTITION OF p DEFAULT",
                "CREATE TABLE p (a int) PARTITION BY LIST (a); ALTER TABLE p ATTACH PARTITION p DEFAULT",
                "CREATE TABLE a (a int) INHERITS (p); CREATE TABLE p (a int) INHERITS (a)",
                "CREATE TABLE a (a int) INHERITS (p); CREATE TABLE p (a int); ALTER TABLE p INHERIT a"
            })
    void aTableWhoseParentIsNotKnownOrIsItselfHasAnEffectToo(String history) {
        Schema before = Schema.empty();
        for (DdlOperation operation : read(history)) {
            Effects.of(operation, before, 15);
            before = before.apply(operation);
        }
        List<DdlOperation> changes = read("ALTER TABLE p ADD b int; ALTER TABLE p ADD COLUMN IF NOT EXISTS b int;"
                + "ALTER TABLE p RENAME CONSTRAINT x TO y; ALTER TABLE p ALTER a SET NOT NULL; ALTER TABLE p ALTER a TYPE bigint;"
                + "DROP TABLE p CASCADE");
        for (DdlOperation operation : changes) {
            assertThat(Effects.of(operation, before, 15).lockOn(ObjectName.of("p")))
                    .isEqualTo(LockMode.ACCESS_EXCLUSIVE);
            before = before.apply(operation);
        }
    }

    @Test
    void wideningBuildsPartialIndexAnew() {
        assertThat(effect("ALTER TABLE poll ALTER c TYPE text").buildsIndex()).isTrue();
    }

    @Test
    void tableCreatedInTheSameMigrationCostsNothingButItsForeignKeysDo() {
        DdlOperation check = read("ALTER TABLE poll ADD CHECK (d > 0)").get(0);
        DdlOperation key =
                read("ALTER TABLE poll ADD FOREIGN KEY (b) REFERENCES author").get(0);
        DdlOperation index = read("DROP INDEX poll_a").get(0);

        assertThat(Effects.of(check, SCHEMA, 15, POLL::equals))
                .isEqualTo(new Effect(Map.of(), false, false, false, Manner.NEUTRAL, Certainty.WILL, Set.of()));
        assertThat(Effects.of(key, SCHEMA, 15, POLL::equals).locks())
                .isEqualTo(Map.of(ObjectName.of("author"), LockMode.SHARE_ROW_EXCLUSIVE));
        assertThat(Effects.of(index, SCHEMA, 15, POLL::equals).locks()).isEmpty();
        assertThat(Effects.of(check, SCHEMA, 15, name -> false)).isEqualTo(Effects.of(check, SCHEMA, 15));
    }

    private static Effect effect(String sql) {
        return Effects.of(read(sql).get(0), SCHEMA, 15);
    }

    private static List<DdlOperation> read(String sql) {
        return SqlReader.read(sql).stream()
                .flatMap(statement -> statement.operations().stream())
                .map(SpannedOperation::operation)
                .toList();
    }
}

package dev.migrate.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.sql.SpannedOperation;
import dev.migrate.core.sql.SqlReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InversesTest {
    private static final Schema BEFORE = Schema.empty()
            .apply(operations("CREATE TABLE t (id bigint PRIMARY KEY, a int NOT NULL DEFAULT 7, b varchar(9), "
                    + "CONSTRAINT c CHECK (a > 0)); CREATE INDEX i ON t (b); "
                    + "ALTER TABLE t ADD CONSTRAINT n CHECK (b <> '') NOT VALID"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CREATE TABLE u (x int)               | DROP TABLE \"u\"",
                "ALTER TABLE t ADD COLUMN x int       | ALTER TABLE \"t\" DROP COLUMN \"x\"",
                "ALTER TABLE t DROP COLUMN b          | ALTER TABLE \"t\" ADD COLUMN \"b\" character varying(9)",
                "ALTER TABLE t RENAME TO s            | ALTER TABLE \"s\" RENAME TO \"t\"",
                "ALTER TABLE t RENAME COLUMN a TO x   | ALTER TABLE \"t\" RENAME COLUMN \"x\" TO \"a\"",
                "ALTER TABLE t ALTER b SET NOT NULL   | ALTER TABLE \"t\" ALTER COLUMN \"b\" DROP NOT NULL",
                "ALTER TABLE t ALTER a DROP NOT NULL  | ALTER TABLE \"t\" ALTER COLUMN \"a\" SET NOT NULL",
                "ALTER TABLE t ALTER a SET DEFAULT 8  | ALTER TABLE \"t\" ALTER COLUMN \"a\" SET DEFAULT 7",
                "ALTER TABLE t ALTER b SET DEFAULT '' | ALTER TABLE \"t\" ALTER COLUMN \"b\" DROP DEFAULT",
                "ALTER TABLE t ALTER a DROP DEFAULT   | ALTER TABLE \"t\" ALTER COLUMN \"a\" SET DEFAULT 7",
                "ALTER TABLE t ALTER b TYPE text      | ALTER TABLE \"t\" ALTER COLUMN \"b\" TYPE character varying(9)",
                "ALTER TABLE t ADD UNIQUE (b)         | ALTER TABLE \"t\" DROP CONSTRAINT \"t_b_key\"",
                "ALTER TABLE t DROP CONSTRAINT c      | ALTER TABLE \"t\" ADD CONSTRAINT \"c\" CHECK (a > 0) NOT VALID; "
                        + "ALTER TABLE \"t\" VALIDATE CONSTRAINT \"c\"",
                "ALTER TABLE t DROP CONSTRAINT n      | ALTER TABLE \"t\" ADD CONSTRAINT \"n\" CHECK (b <> '') NOT VALID",
                "CREATE INDEX ON t (a)                | DROP INDEX IF EXISTS \"t_a_idx\"",
                "CREATE INDEX CONCURRENTLY j ON t (a) | DROP INDEX CONCURRENTLY IF EXISTS \"j\"",
                "DROP INDEX i                         | CREATE INDEX \"i\" ON \"t\" (\"b\")"
            })
    void derivesFromTheSchemaBefore(String statement, String inverse) {
        assertThat(Inverses.of(operations(statement).get(0), BEFORE)).contains(List.of(inverse.split("; ", -1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "FOREIGN KEY (b) REFERENCES t ON UPDATE SET DEFAULT ON DELETE SET NULL (b) DEFERRABLE"
                        + "| REFERENCES \"t\" ON DELETE SET NULL (\"b\") ON UPDATE SET DEFAULT DEFERRABLE",
                "FOREIGN KEY (b) REFERENCES t MATCH FULL ON DELETE RESTRICT INITIALLY DEFERRED"
                        + "| REFERENCES \"t\" MATCH FULL ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED",
                "FOREIGN KEY (b) REFERENCES t MATCH SIMPLE ON DELETE NO ACTION NOT DEFERRABLE INITIALLY IMMEDIATE"
                        + "| REFERENCES \"t\""
            })
    void aForeignKeyComesBackWithWhatItSaid(String definition, String expected) {
        Schema schema = BEFORE.apply(operations("ALTER TABLE t ADD CONSTRAINT k " + definition));

        assertThat(Inverses.of(operations("ALTER TABLE t DROP CONSTRAINT k").get(0), schema))
                .contains(List.of(
                        "ALTER TABLE \"t\" ADD CONSTRAINT \"k\" FOREIGN KEY (\"b\") " + expected + " NOT VALID",
                        "ALTER TABLE \"t\" VALIDATE CONSTRAINT \"k\""));
    }

    @Test
    void theColumnsThatADeleteSetsFollowARename() {
        Schema schema = BEFORE.apply(operations("ALTER TABLE t ADD CONSTRAINT k FOREIGN KEY (b) REFERENCES t"
                + " ON DELETE SET NULL (b); ALTER TABLE t RENAME b TO c"));

        assertThat(Inverses.of(operations("ALTER TABLE t DROP CONSTRAINT k").get(0), schema)
                        .orElseThrow())
                .first()
                .asString()
                .contains("FOREIGN KEY (\"c\")", "ON DELETE SET NULL (\"c\")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UNIQUE (b) DEFERRABLE INITIALLY DEFERRED", "EXCLUDE (b WITH =) DEFERRABLE INITIALLY DEFERRED"})
    void aDeferrableKeyComesBackDeferrable(String definition) {
        Schema schema = BEFORE.apply(operations("ALTER TABLE t ADD CONSTRAINT k " + definition));

        assertThat(Inverses.of(operations("ALTER TABLE t DROP CONSTRAINT k").get(0), schema)
                        .orElseThrow())
                .hasSize(1)
                .first()
                .asString()
                .endsWith(definition.substring(definition.indexOf("DEFERRABLE")));
    }

    @Test
    void whatIsNotEnforcedIsNotValidated() {
        Schema schema = BEFORE.apply(operations("ALTER TABLE t ADD CONSTRAINT k CHECK (a > 1) NOT ENFORCED"));

        assertThat(Inverses.of(operations("ALTER TABLE t DROP CONSTRAINT k").get(0), schema))
                .contains(List.of("ALTER TABLE \"t\" ADD CONSTRAINT \"k\" CHECK (a > 1) NOT ENFORCED"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE t",
                "ALTER TABLE t ALTER a TYPE bigint",
                "ALTER TABLE unknown ALTER a SET DEFAULT 8",
                "ALTER TABLE unknown DROP CONSTRAINT c",
                "DROP INDEX unknown",
                "ALTER TABLE t DROP COLUMN b CASCADE",
                "ALTER TABLE t DROP CONSTRAINT c CASCADE",
                "DROP INDEX i CASCADE",
                "UPDATE t SET a = 1",
                "CREATE SEQUENCE IF NOT EXISTS s"
            })
    void hasNoneWhereDataOrKnowledgeIsGone(String statement) {
        assertThat(Inverses.of(operations(statement).get(0), BEFORE)).isEmpty();
        assertThat(Inverses.derivable(operations(statement).get(0), BEFORE)).isFalse();
    }

    @Test
    void aDroppedColumnComesBackEmptyAndIsNotDerivable() {
        DdlOperation drop = operations("ALTER TABLE t DROP COLUMN b").get(0);
        assertThat(Inverses.losesData(drop)).isTrue();
        assertThat(Inverses.derivable(drop, BEFORE)).isFalse();
    }

    @Test
    void whatChangedNothingNeedsNoStatement() {
        assertThat(Inverses.of(
                        operations("CREATE TABLE IF NOT EXISTS t (x int)").get(0), BEFORE))
                .contains(List.of());
        assertThat(Inverses.of(operations("ALTER TABLE t ALTER a SET NOT NULL").get(0), BEFORE))
                .contains(List.of());
    }

    private static List<DdlOperation> operations(String sql) {
        return SqlReader.read(sql).stream()
                .flatMap(statement -> statement.operations().stream())
                .map(SpannedOperation::operation)
                .toList();
    }
}

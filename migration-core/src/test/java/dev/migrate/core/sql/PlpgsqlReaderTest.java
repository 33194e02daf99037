package dev.migrate.core.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.core.operation.DdlOperation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DO blocks: the statements that they run, where they stand, and whether they always run. */
class PlpgsqlReaderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_class) THEN ALTER TABLE t ADD COLUMN «x» int; END IF; END $$",
                "DO $$ BEGIN CREATE TYPE «mood» AS ENUM ('a'); EXCEPTION WHEN duplicate_object THEN «null»; END; $$;",
                "DO LANGUAGE plpgsql $x$ DECLARE n int := 1; BEGIN «n» := 2; DROP TABLE «t»; END $x$",
                "DO $$ BEGIN EXECUTE 'DROP TABLE «t»'; EXECUTE $q$ALTER TABLE t DROP «a»$q$; END $$",
                "DO $$ <<l>> BEGIN CASE WHEN true THEN DROP VIEW «v»; ELSE «NULL»; END CASE; END l $$",
                "DO $$ BEGIN «SELECT» count(*) INTO n FROM t; WHILE n > 0 LOOP DELETE FROM «t»; END LOOP; END $$",
                "DO 'BEGIN «RAISE» NOTICE $q$x$q$; DROP INDEX «i»; END'"
            })
    void pointsIntoTheBlock(String source) {
        Marked read = Marked.read(source);

        assertThat(read.places()).isEqualTo(read.marked());
        assertThat(read.operations()).noneMatch(DdlOperation.Opaque.class::isInstance);
    }

    @Test
    void tellsWhatRunsOnlyUnderACondition() {
        assertThat(conditional("DO $$ BEGIN DROP TABLE a; IF x THEN DROP TABLE b; ELSIF y THEN DROP TABLE c; END IF;"
                        + " BEGIN DROP TABLE d; EXCEPTION WHEN others THEN DROP TABLE e; END; DROP TABLE f; END $$"))
                .containsExactly(false, true, true, true, true, false);
    }

    private static List<Boolean> conditional(String sql) {
        return SqlReader.read(sql).get(0).operations().stream()
                .map(SpannedOperation::conditional)
                .toList();
    }

    @Test
    void whatIsPutTogetherWhileItRunsIsOpaqueAtItsPlaceAndTheRestIsRead() {
        Marked read = Marked.read("DO $$ BEGIN FOR r IN SELECT 1 LOOP «EXECUTE» format('DROP TABLE %I', r.x); END LOOP;"
                + " «EXECUTE» 'DROP TABLE ' || x; DROP TABLE «t»; END $$");

        assertThat(read.places()).isEqualTo(read.marked());
        DdlOperation.Opaque opaque =
                new DdlOperation.Opaque("EXECUTE runs a statement that is put together while it runs");
        assertThat(read.operations().subList(0, 2)).containsExactly(opaque, opaque);
        assertThat(read.operations().get(2)).isInstanceOf(DdlOperation.DropTable.class);
    }

    @Test
    void aStringWithEscapesIsOnePlace() {
        Marked read = Marked.read("DO $$ BEGIN EXECUTE «'COMMENT ON TABLE t IS ''x'''»; END $$");

        assertThat(read.places()).isEqualTo(read.marked());
    }
}

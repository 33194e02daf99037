package dev.migrate.core.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.core.operation.ColumnSpec;
import dev.migrate.core.operation.ColumnSpec.Generated;
import dev.migrate.core.operation.ConstraintSpec;
import dev.migrate.core.operation.DataType;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.DdlOperation.DataChange.Verb;
import dev.migrate.core.operation.IndexForm;
import dev.migrate.core.operation.Maintenance;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.operation.SettingKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlReaderTest {
    private static final ObjectName POLL = ObjectName.of("poll");
    private static final DataType INTEGER = DataType.of("integer");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE «app.poll» (id bigint PRIMARY KEY)",
                "CREATE UNLOGGED TABLE IF NOT EXISTS «poll» (id int) WITH (fillfactor = 70) TABLESPACE fast",
                "DROP TABLE «a», «app.b», «\"C\"»",
                "ALTER TABLE poll ADD COLUMN IF NOT EXISTS «x» int, DROP «y», RENAME COLUMN a TO b",
                "ALTER TABLE «poll» RENAME TO vote",
                "ALTER TABLE poll RENAME «a» TO b",
                "ALTER TABLE poll RENAME CONSTRAINT «c» TO d",
                "ALTER TABLE poll ALTER «a» SET NOT NULL, ALTER COLUMN «b» DROP NOT NULL",
                "ALTER TABLE poll ALTER «a» SET DEFAULT 1 + 2, ALTER «b» DROP DEFAULT",
                "ALTER TABLE poll ALTER a SET DATA TYPE «timestamp (3) with time zone» USING a AT TIME ZONE 'UTC'",
                "ALTER TABLE poll ADD CONSTRAINT «c» CHECK (a > 0), ADD «CHECK» (b > 0), VALIDATE CONSTRAINT «c»",
                "ALTER TABLE poll ADD «FOREIGN» KEY (a) REFERENCES p, DROP CONSTRAINT IF EXISTS «c» CASCADE",
                "ALTER TABLE poll ADD «UNIQUE» (a), ADD «PRIMARY» KEY USING INDEX i, ADD «EXCLUDE» (c WITH =)",
                "CREATE INDEX CONCURRENTLY IF NOT EXISTS «i» ON poll (a)",
                "CREATE UNIQUE «INDEX» ON poll (a)",
                "DROP INDEX «i», «app.j» RESTRICT",
                "ALTER INDEX IF EXISTS «i» RENAME TO j",
                "INSERT INTO «poll» VALUES (1); UPDATE ONLY «app.poll» SET a = 1; DELETE FROM «poll» WHERE a = ';'",
                "MERGE INTO «poll» USING p ON true WHEN MATCHED THEN DELETE; TRUNCATE TABLE «a», ONLY «b»",
                "COMMENT ON TABLE «poll» IS 'x'; «SELECT» 1; «SET» LOCAL lock_timeout = '1s'"
            })
    void pointsAtTheTokenAPersonWouldPointAt(String source) {
        Marked read = Marked.read(source);

        if (source.contains("RENAME COLUMN a")) {
            // RENAME cannot be combined: the server refuses it, and so do we.
            assertThat(read.operations().get(2)).isInstanceOf(DdlOperation.Opaque.class);
            assertThat(read.places().subList(0, 2)).isEqualTo(read.marked());
            return;
        }
        assertThat(read.places()).isEqualTo(read.marked());
        assertThat(read.operations()).noneMatch(DdlOperation.Opaque.class::isInstance);
    }

    @Test
    void readsTableWithItsConstraints() {
        Marked read = Marked.read("""
                CREATE TABLE IF NOT EXISTS app.poll (
                    id bigint GENERATED ALWAYS AS IDENTITY (START 10) PRIMARY KEY,
                    title text COLLATE "C" NOT NULL DEFAULT 'a, b'::text CONSTRAINT short CHECK (length(title) < 9),
                    total int GENERATED ALWAYS AS (1 + 2) STORED,
                    author int REFERENCES author ON DELETE CASCADE NOT NULL,
                    CONSTRAINT u UNIQUE NULLS NOT DISTINCT (title, author) DEFERRABLE INITIALLY DEFERRED
                )""");

        ConstraintSpec.Check shortTitle =
                new ConstraintSpec.Check(Optional.of("short"), "length(title) < 9", false, true);
        assertThat(read.only())
                .isEqualTo(new DdlOperation.CreateTable(
                        ObjectName.of("app", "poll"),
                        List.of(
                                column("id", "bigint", true, "", Optional.of(Generated.IDENTITY), primaryKey("id")),
                                new ColumnSpec(
                                        "title",
                                        DataType.of("text"),
                                        true,
                                        Optional.of("'a, b'::text"),
                                        Optional.empty(),
                                        List.of(shortTitle),
                                        Optional.of("\"C\"")),
                                column("total", "integer", false, "", Optional.of(Generated.STORED)),
                                column(
                                        "author",
                                        "integer",
                                        true,
                                        "",
                                        Optional.empty(),
                                        new ConstraintSpec.ForeignKey(
                                                Optional.empty(),
                                                List.of("author"),
                                                ObjectName.of("author"),
                                                List.of(),
                                                false,
                                                true,
                                                Optional.of("ON DELETE CASCADE")))),
                        List.of(new ConstraintSpec.Unique(
                                Optional.of("u"),
                                List.of("title", "author"),
                                Optional.empty(),
                                Optional.of("DEFERRABLE INITIALLY DEFERRED"),
                                new ConstraintSpec.KeyForm(List.of(), true, false))),
                        true));
    }

    private static ColumnSpec column(
            String name,
            String type,
            boolean notNull,
            String expression,
            Optional<Generated> generated,
            ConstraintSpec... constraints) {
        return new ColumnSpec(
                name,
                DataType.of(type),
                notNull,
                Optional.of(expression).filter(text -> !text.isEmpty()),
                generated,
                List.of(constraints));
    }

    private static ConstraintSpec primaryKey(String column) {
        return new ConstraintSpec.PrimaryKey(Optional.empty(), List.of(column), Optional.empty(), Optional.empty());
    }

    @Test
    void defaultNullIsNoDefault() {
        assertThat(Marked.read("ALTER TABLE poll ADD x int DEFAULT NULL CHECK (x > 0)")
                        .only())
                .isEqualTo(new DdlOperation.AddColumn(
                        POLL,
                        new ColumnSpec(
                                "x",
                                INTEGER,
                                false,
                                Optional.empty(),
                                Optional.empty(),
                                List.of(new ConstraintSpec.Check(Optional.empty(), "x > 0", false, true))),
                        false));
        assertThat(Marked.read("ALTER TABLE poll ALTER x SET DEFAULT null").only())
                .isEqualTo(new DdlOperation.DropDefault(POLL, "x"));
    }

    @Test
    void readsWhatSparesTheLock() {
        assertThat(Marked.read("ALTER TABLE poll ADD CONSTRAINT c CHECK (a > (1)) NOT VALID, ADD CONSTRAINT n NOT NULL"
                                + " a NOT VALID, ADD CONSTRAINT u UNIQUE USING INDEX i, ADD CHECK (b > 0) NOT ENFORCED")
                        .operations())
                .containsExactly(
                        added(new ConstraintSpec.Check(Optional.of("c"), "a > (1)", true, true)),
                        added(new ConstraintSpec.NotNull(Optional.of("n"), "a", true)),
                        added(new ConstraintSpec.Unique(
                                Optional.of("u"), List.of(), Optional.of("i"), Optional.empty())),
                        added(new ConstraintSpec.Check(Optional.empty(), "b > 0", false, false)));
    }

    private static DdlOperation added(ConstraintSpec constraint) {
        return new DdlOperation.AddConstraint(POLL, constraint);
    }

    @Test
    void readsIndexWithExpressionsAndCondition() {
        assertThat(Marked.read(
                                "CREATE UNIQUE INDEX CONCURRENTLY i ON app.poll USING gist (lower(title)"
                                        + " text_pattern_ops DESC NULLS LAST, a COLLATE \"C\", (a + b)) INCLUDE (c) WHERE a > 0")
                        .only())
                .isEqualTo(new DdlOperation.CreateIndex(
                        Optional.of("i"),
                        ObjectName.of("app", "poll"),
                        List.of("(lower(title))", "a", "(a + b)"),
                        List.of("c"),
                        true,
                        true,
                        false,
                        "gist",
                        Optional.of("a > 0"),
                        new IndexForm(
                                false,
                                List.of("text_pattern_ops DESC NULLS LAST", "COLLATE \"C\"", ""),
                                false,
                                Optional.empty())));
    }

    @Test
    void keepsTheCaseOfQuotedNamesOnly() {
        assertThat(Marked.read("DROP TABLE Poll, \"Poll\", \"a\"\"b\", U&\"p\\006fll\", U&\"p!006fll\" UESCAPE '!'")
                        .operations())
                .extracting(operation -> operation.onTable().orElseThrow().name())
                .containsExactly("poll", "Poll", "a\"b", "poll", "poll");
    }

    @Test
    void readsDataChangeBehindWith() {
        assertThat(Marked.read("WITH x AS (SELECT 1) UPDATE poll SET a = 1 FROM x")
                        .only())
                .isEqualTo(new DdlOperation.DataChange(Verb.UPDATE, POLL));
    }

    @Test
    void readsSettingsOfTablesAndColumns() {
        assertThat(Marked.read("ALTER TABLE poll SET (fillfactor = 70, toast.autovacuum_enabled = off),"
                                + " ALTER a SET STATISTICS -1, ALTER a SET STORAGE EXTERNAL, ALTER a RESET (n_distinct),"
                                + " NO FORCE ROW LEVEL SECURITY, SET UNLOGGED")
                        .operations())
                .containsExactly(
                        new DdlOperation.TableSetting(
                                POLL,
                                Optional.empty(),
                                SettingKind.STORAGE_PARAMETERS,
                                Optional.of("fillfactor,toast.autovacuum_enabled")),
                        setting("a", SettingKind.STATISTICS),
                        setting("a", SettingKind.STORAGE),
                        setting("a", SettingKind.COLUMN_OPTIONS),
                        setting("", SettingKind.NO_FORCE_ROW_SECURITY),
                        setting("", SettingKind.UNLOGGED));
        assertThat(Marked.read("CLUSTER poll USING i").operations())
                .containsExactly(new Maintenance(Maintenance.Kind.CLUSTER, Optional.of(POLL), false));
    }

    private static DdlOperation setting(String column, SettingKind kind) {
        return new DdlOperation.TableSetting(POLL, Optional.of(column).filter(name -> !name.isEmpty()), kind);
    }

    @Test
    void readsNextSubCommandAfterOneThatIsNotUnderstood() {
        assertThat(Marked.read("ALTER TABLE poll SET WITHOUT CLOTHES, DROP COLUMN IF EXISTS title CASCADE")
                        .operations())
                .containsExactly(
                        new DdlOperation.Opaque("ALTER TABLE … SET WITHOUT CLOTHES is not understood"),
                        new DdlOperation.DropColumn(POLL, "title", true, true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALTER TABLE t ADD | a column's name is missing at the end",
                "ALTER TABLE t ADD x int first | \"first\" is not understood in a column's definition",
                "DO $$ BEGIN PERFORM f(); END $$ | a query that calls f, which can change data, is not understood",
                "SELECT create_hypertable('t', 'at') | a query that calls create_hypertable, which can change data, is not"
                        + " understood",
                "CALL p() | CALL runs code that is not read",
                "EXECUTE p | EXECUTE runs a statement that was prepared elsewhere",
                "DO LANGUAGE plperl 'x' | DO runs code of another language than PL/pgSQL",
                "ALTER SYSTEM SET work_mem = 1 | ALTER SYSTEM changes the whole server",
                "\\\\connect shop | \\\\connect is a command of psql, and no SQL",
                "SELECT 1 FROM (SELECT 1) t FOR UPDATE | which rows FOR UPDATE locks in a subquery is not understood",
                "SELECT 1 FROM f() FOR SHARE | which rows FOR UPDATE locks behind a function is not understood",
                "ALTER TABLE t ADD CHECK (a > 'x | unterminated quoted string",
                "SELECT 1 /* x /* y */ | unterminated comment",
                "DO $a$ begin $$ | unterminated dollar-quoted string",
                "DROP TABLE \"t | unterminated quoted identifier",
                "( | a statement begins with a word, not with \"(\""
            },
            quoteCharacter = '~')
    void saysWhyItCouldNotRead(String sql, String reason) {
        assertThat(Marked.read(sql).operations()).containsExactly(new DdlOperation.Opaque(reason));
    }

    @Test
    void splitsOnlyWhereAStatementEnds() {
        assertThat(SqlReader.read("""
                        ; -- only a comment;
                        SELECT ';', $$;$$, ";" /* ; */;
                        CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT CASE WHEN true THEN 1 END; END;
                        CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2);;
                        SELECT 2"""))
                .extracting(statement -> statement.text().substring(0, 8))
                .containsExactly("SELECT '", "CREATE F", "CREATE R", "SELECT 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE INDEX CONCURRENTLY i ON t (a)",
                "create unique index concurrently on t (a)",
                "DROP INDEX CONCURRENTLY i",
                "REINDEX (VERBOSE) INDEX CONCURRENTLY i",
                "REINDEX DATABASE d",
                "VACUUM FULL t",
                "CLUSTER",
                "ALTER TABLE p DETACH PARTITION q CONCURRENTLY",
                "CREATE DATABASE d",
                "ALTER SYSTEM SET work_mem = 1"
            })
    void knowsWhatATransactionRefuses(String sql) {
        assertThat(SqlReader.read(sql)).noneMatch(SqlStatement::insideTransaction);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATE INDEX \"concurrently\" ON t (a)", "CLUSTER t", "REINDEX TABLE t", "DROP INDEX i"})
    void everythingElseRunsInATransaction(String sql) {
        assertThat(SqlReader.read(sql)).allMatch(SqlStatement::insideTransaction);
    }
}

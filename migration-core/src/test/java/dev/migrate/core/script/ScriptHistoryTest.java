package dev.migrate.core.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.finding.Finding.Level;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.Step;
import dev.migrate.core.rule.JudgeOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScriptHistoryTest {
    private static final String TABLE = "CREATE TABLE t (id bigint PRIMARY KEY, a text);";

    private static ScriptFile file(String path, String text) {
        return new ScriptFile(path, "db/" + path, text);
    }

    private static List<ScriptFile> empty(String... paths) {
        return Arrays.stream(paths).map(path -> file(path, "SELECT 1;")).toList();
    }

    private static ScriptOptions options(String baseline, Map<String, String> placeholders) {
        return new ScriptOptions(
                "db",
                OptionalInt.empty(),
                Optional.of(baseline).filter(text -> !text.isEmpty()),
                placeholders,
                Optional.empty());
    }

    private static ScriptHistory history(String baseline, List<ScriptFile> files) {
        return ScriptHistory.of(files, options(baseline, Map.of()), file -> {});
    }

    private static List<String> order(String... paths) {
        return history("", empty(paths)).migrations().stream()
                .map(Migration::simpleName)
                .toList();
    }

    private static List<Finding> judge(String baseline, ScriptFile... files) {
        return ScriptJudge.judge(history(baseline, List.of(files)), JudgeOptions.standard())
                .findings();
    }

    private static List<String> rules(String baseline, ScriptFile... files) {
        return judge(baseline, files).stream()
                .filter(finding -> finding.level() != Level.INFO)
                .map(Finding::rule)
                .toList();
    }

    /** For each statement of the first file, whether it runs outside of a transaction. */
    private static List<Boolean> outside(ScriptFile... files) {
        return history("", List.of(files)).migrations().get(0).up().stream()
                .map(step -> ((Step.Statement) step).doneWhen().isPresent())
                .toList();
    }

    @Test
    void versionsAreComparedNumberByNumber() {
        assertThat(order(
                        "V10__a.sql",
                        "V2__b.sql",
                        "V2.1__c.sql",
                        "V2_0_5__d.sql",
                        "V20240101120000__e.sql",
                        "V1__f.sql"))
                .containsExactly(
                        "V1__f.sql",
                        "V2__b.sql",
                        "V2_0_5__d.sql",
                        "V2.1__c.sql",
                        "V10__a.sql",
                        "V20240101120000__e.sql");
    }

    @Test
    void repeatableOnesComeLastByDescriptionAndFoldersDoNotMatter() {
        assertThat(order("R__b.sql", "z/R__a.sql", "z/V1__x.sql", "a/V2__y.sql", "V3.sql"))
                .containsExactly("z/V1__x.sql", "a/V2__y.sql", "V3.sql", "z/R__a.sql", "R__b.sql");
    }

    @Test
    void namesOfOtherToolsHaveVersionsToo() {
        assertThat(order("10_c.up.sql", "2_b.up.sql", "2_b.down.sql")).containsExactly("2_b.up.sql", "10_c.up.sql");
        assertThat(order("20240201_b/migration.sql", "20240101_a/migration.sql"))
                .containsExactly("20240101_a/migration.sql", "20240201_b/migration.sql");
        assertThat(order("2024-01-01-000000_a/up.sql", "2024-01-01-000000_a/down.sql", "2023-01-01-000000_z/up.sql"))
                .containsExactly("2023-01-01-000000_z/up.sql", "2024-01-01-000000_a/up.sql");
        assertThat(order("b.sql", "a.sql", "1.sql")).containsExactly("1.sql", "a.sql", "b.sql");
        assertThat(order("001_2fa.sql", "002_x.sql")).containsExactly("001_2fa.sql", "002_x.sql");
    }

    @Test
    void whatDoesNotRunIsSaid() {
        ScriptHistory history = history("", empty("V1__a.sql", "U1__a.sql", "beforeMigrate.sql", "B1__base.sql"));

        assertThat(history.migrations()).extracting(Migration::simpleName).containsExactly("V1__a.sql");
        assertThat(history.notes())
                .containsExactly(
                        "not judged: U1__a.sql, a way back",
                        "not judged: B1__base.sql, which stands for versions that are there",
                        "not judged: beforeMigrate.sql, a callback of Flyway");
    }

    @Test
    void aBaselineBeforeTheFirstVersionIsWhatWasThereBefore() {
        assertThat(rules("", file("B3__base.sql", TABLE), file("V4__i.sql", "CREATE INDEX i ON t (a);")))
                .containsExactly("CreateIndexBlocksWrites");
    }

    @Test
    void sqitchsPlanDecidesTheOrder() {
        List<ScriptFile> files = List.of(
                file(
                        "sqitch.plan",
                        "%project=shop\n\nusers 2024-01-01T00:00:00Z me <m@e>\nadmins [users] 2024 me <m@e>\n@v1 2024\n"),
                file("deploy/admins.sql", "SELECT 1;"),
                file("deploy/users.sql", "SELECT 1;"),
                file("revert/users.sql", "DROP TABLE users;"));

        assertThat(history("", files).migrations())
                .extracting(Migration::simpleName)
                .containsExactly("deploy/users.sql", "deploy/admins.sql");
    }

    @Test
    void tablesOfAnEarlierFileExistAndThoseOfTheSameAreNew() {
        assertThat(rules("", file("V1__t.sql", TABLE + "CREATE INDEX i ON t (a);")))
                .isEmpty();
        assertThat(rules("", file("V1__t.sql", TABLE), file("V2__i.sql", "CREATE INDEX i ON t (a);")))
                .containsExactly("CreateIndexBlocksWrites");
    }

    @Test
    void whatIsNotAfterTheBaselineIsNotJudged() {
        ScriptFile[] files = {
            file("V1__t.sql", TABLE),
            file("V2__i.sql", "CREATE INDEX i ON t (a);"),
            file("V3__j.sql", "CREATE INDEX j ON t (a);")
        };

        assertThat(judge("2.0", files)).extracting(Finding::migration).containsOnly("V3__j.sql");
        assertThat(judge("V2__i", files)).extracting(Finding::migration).containsOnly("V3__j.sql");
        assertThat(judge("3", files)).isEmpty();
        assertThat(history("V9__gone", List.of(files)).baselineFound()).isFalse();
    }

    @Test
    void aVersionThatIsThereTwiceIsAnError() {
        assertThat(rules("", file("V1__a.sql", ""), file("sub/V1.0__b.sql", "")))
                .containsExactly("DuplicateVersion");
        assertThat(rules("", file("R__a.sql", ""), file("sub/R__a.sql", ""))).containsExactly("DuplicateVersion");
    }

    @Test
    void aNameThatFlywayPassesOverIsAWarning() {
        assertThat(judge("", file("V1_a.sql", "")).get(0).headline())
                .isEqualTo("V1_a.sql is not named as Flyway needs it");
    }

    @Test
    void theWayBackInTheSameFileIsNotRead() {
        String dbmate = "-- migrate:up\n" + TABLE + "\n-- migrate:down\nDROP TABLE old;\n";
        String goose = "-- +goose Up\n-- +goose StatementBegin\n" + TABLE.replace(";", "")
                + "\n-- +goose StatementEnd\n-- +goose Down\nDROP TABLE old;\n";
        String play = "# --- !Ups\n" + TABLE + "\n# --- !Downs\nDROP TABLE old;\n";
        String mybatis = "-- // create\n" + TABLE + "\n-- //@UNDO\nDROP TABLE old;\n";
        for (String text : List.of(dbmate, goose, play, mybatis)) {
            assertThat(history("", List.of(file("1_x.sql", text)))
                            .migrations()
                            .get(0)
                            .up())
                    .as(text)
                    .hasSize(1);
        }
    }

    @Test
    void changeSetsOfLiquibaseAreMigrationsOfTheirOwn() {
        String text = """
                --liquibase formatted sql

                --changeset bob:1
                CREATE TABLE t (id bigint PRIMARY KEY, a text)
                --rollback DROP TABLE t;

                --changeset bob:2 runInTransaction:false
                CREATE INDEX CONCURRENTLY i ON t (a);
                --changeset bob:3 dbms:oracle
                CREATE INDEX x ON t (a);
                --changeset bob:4 endDelimiter:/
                CREATE INDEX j ON t (a)
                /
                """;
        ScriptHistory history = history("", List.of(file("changelog.sql", text)));

        assertThat(history.migrations())
                .extracting(Migration::simpleName)
                .containsExactly("changelog.sql::bob:1", "changelog.sql::bob:2", "changelog.sql::bob:4");
        assertThat(rules("", file("changelog.sql", text))).containsExactly("CreateIndexBlocksWrites");
        assertThat(judge("", file("changelog.sql", text)).get(0).place().line()).isEqualTo(12);
    }

    @Test
    void aFileIsOneTransactionUnlessSomethingSaysOtherwise() {
        String two = "ALTER TABLE t ADD COLUMN b int; SELECT 1;";

        assertThat(outside(file("V1__a.sql", two))).containsExactly(false, false);
        assertThat(outside(file("V1__a.sql", two), file("V1__a.sql.conf", "executeInTransaction=false")))
                .containsExactly(true, true);
        assertThat(outside(file("1_a.sql", "-- +goose NO TRANSACTION\n-- +goose Up\n" + two)))
                .containsExactly(true, true);
        assertThat(outside(file("1_a.sql", "-- migrate:up transaction:false\n" + two)))
                .containsExactly(true, true);
        assertThat(outside(file("V1__a.sql", "CREATE INDEX CONCURRENTLY i ON t (a);")))
                .containsExactly(true);
    }

    @Test
    void aFileWithTransactionsOfItsOwnRunsAsItStands() {
        assertThat(outside(file("1_a.sql", "SELECT 1; BEGIN; SELECT 2; SELECT 3; COMMIT; SELECT 4;")))
                .containsExactly(true, true, false, false, true, true);
        assertThat(outside(file("1_a.sql", "SELECT 1; COMMIT; SELECT 2;"))).containsExactly(false, true, true);
    }

    @Test
    void placeholdersAreReplacedAndPlacesStayThoseOfTheFile() {
        ScriptFile file = file("V2__i.sql", "CREATE INDEX i ON ${schema}.${t} (a); CREATE INDEX ${n} ON ${t} (a);");
        ScriptHistory known = ScriptHistory.of(
                List.of(file("V1__t.sql", TABLE), file),
                options("1", Map.of("schema", "public", "t", "t", "n", "a_long_name_for_an_index")),
                each -> {});
        List<Finding> findings = ScriptJudge.judge(known, JudgeOptions.standard()).findings().stream()
                .filter(finding -> finding.level() == Level.ERROR)
                .toList();

        assertThat(findings).hasSize(2);
        assertThat(findings.get(1).headline())
                .contains("a_long_name_for_an_index")
                .contains(" t ");
        assertThat(findings.get(1).place().start()).isEqualTo(file.text().indexOf("${n}"));
        assertThat(findings.get(1).place().end()).isEqualTo(file.text().indexOf("${n}") + 4);
        assertThat(known.notes()).isEmpty();
    }

    @Test
    void theCaseOfAPlaceholderDoesNotMatter() {
        ScriptHistory known = ScriptHistory.of(
                List.of(file("V1__t.sql", "CREATE INDEX i ON ${Table} (a);")),
                options("", Map.of("tABLE", "found")),
                each -> {});

        assertThat(known.notes()).isEmpty();
        assertThat(ScriptJudge.judge(known, JudgeOptions.standard()).findings())
                .extracting(Finding::object)
                .contains("found");
    }

    @Test
    void aPlaceholderWithoutAValueIsReadAsANameAndSaid() {
        ScriptHistory history = history("", List.of(file("V1__t.sql", "CREATE INDEX i ON ${t} (a);")));

        assertThat(history.notes())
                .containsExactly("no value for ${t}: read as a name; -Dmigrate.placeholders.t=… gives one");
        assertThat(ScriptJudge.judge(history, JudgeOptions.standard()).findings())
                .extracting(Finding::rule)
                .contains("CreateIndexBlocksWrites");
    }

    @Test
    void oneTableNamedWithAndWithoutItsSchemaIsOne() {
        assertThat(rules("", file("V1__t.sql", "CREATE TABLE public.t (a int); CREATE INDEX i ON t (a);")))
                .isEmpty();
        assertThat(rules("", file("V1__t.sql", "CREATE TABLE other.t (a int); CREATE INDEX i ON t (a);")))
                .containsExactly("CreateIndexBlocksWrites");
    }

    @Test
    void dataAndCommandsOfPsqlAreNoSql() {
        String text = "\\connect shop\nCOPY t (a) FROM stdin;\nit's\t'\n\\.\n\\echo done\nCREATE INDEX i ON t (a);\n";
        Migration migration =
                history("", List.of(file("V1__t.sql", text))).migrations().get(0);

        assertThat(migration.up()).hasSize(2);
        assertThat(migration.up().get(1).place().line()).isEqualTo(6);
    }

    @Test
    void whatIsUnreadIsToldAndFailsNothing() {
        List<Finding> findings = judge("", file("V1__t.sql", "SELECT 1;\nFROBNICATE  the\n database now;"));

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).rule()).isEqualTo("Opaque");
        assertThat(findings.get(0).level()).isEqualTo(Level.INFO);
        assertThat(findings.get(0).headline()).startsWith("not read: FROBNICATE the database now (");
        assertThat(findings.get(0).place().line()).isEqualTo(2);
    }

    @Test
    void linesEndAsTheyDoOnEverySystem() {
        for (String newline : List.of("\n", "\r\n", "\r")) {
            Finding finding = judge(
                            "1",
                            file("V1__t.sql", TABLE),
                            file(
                                    "V2__i.sql",
                                    "-- one" + newline + newline + "CREATE INDEX" + newline + "  i ON t (a);"))
                    .get(0);
            assertThat(List.of(finding.place().line(), finding.place().column()))
                    .isEqualTo(List.of(4, 3));
        }
    }

    @Test
    void emptyFilesAreMigrationsThatDoNothing() {
        assertThat(judge("", file("V1__a.sql", ""), file("V2__b.sql", "-- nothing\n;;\n")))
                .isEmpty();
    }

    @Test
    void aLongFileIsReadInTimeThatGrowsWithIt() {
        String text = IntStream.range(0, 20_000)
                .mapToObj(at -> "INSERT INTO t (a) VALUES ('" + at + "');\n")
                .reduce(new StringBuilder(), StringBuilder::append, StringBuilder::append)
                .toString();

        assertThat(history("", List.of(file("V1__t.sql", text)))
                        .migrations()
                        .get(0)
                        .up())
                .hasSize(20_000);
    }

    @Test
    void aStrongLockForAMomentIsToldOnceAStatementAndNotOfNewTables() {
        List<Finding> findings = judge(
                "1",
                file("V1__t.sql", TABLE),
                file("V2__c.sql", "ALTER TABLE t ADD COLUMN b int,\n ADD COLUMN c int;"),
                file("V3__n.sql", "CREATE TABLE n (a int); ALTER TABLE n ADD COLUMN b int; DROP TABLE n;"));

        assertThat(findings).extracting(Finding::rule).containsExactly("StrongLock");
        assertThat(findings.get(0).level()).isEqualTo(Level.INFO);
        assertThat(findings.get(0).headline()).isEqualTo("takes ACCESS EXCLUSIVE on t for a moment");
        assertThat(findings.get(0).place().column()).isEqualTo(26);
    }
}

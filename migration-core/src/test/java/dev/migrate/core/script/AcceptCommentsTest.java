package dev.migrate.core.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.finding.Suppressed;
import dev.migrate.core.finding.Verdict;
import dev.migrate.core.message.Messages;
import dev.migrate.core.rule.JudgeOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Acceptances in the comments of files of SQL. */
class AcceptCommentsTest {
    private static final String CREATE = """
            CREATE TABLE poll (id int PRIMARY KEY, title text, votes int);
            CREATE TABLE other (id int PRIMARY KEY, title text);
            """;
    private static final String INDEX = "CREATE INDEX poll_title ON poll (title);\n";
    private static final String ACCEPT = "-- migrate:accept CreateIndexBlocksWrites on poll: ten rows\n";

    private static Verdict judge(String second) {
        ScriptHistory history = ScriptHistory.of(
                List.of(
                        new ScriptFile("V1__create.sql", "db/V1__create.sql", CREATE),
                        new ScriptFile("V2__more.sql", "db/V2__more.sql", second)),
                new ScriptOptions("db", OptionalInt.of(15), Optional.empty(), Map.of()),
                file -> {});
        return ScriptJudge.judge(history, JudgeOptions.standard());
    }

    private static List<String> rules(String second) {
        return judge(second).findings().stream().map(Finding::rule).toList();
    }

    /** The text that the one finding points at. */
    private static String token(String second) {
        Finding finding = judge(second).findings().get(0);
        return second.substring(finding.place().start(), finding.place().end());
    }

    @Test
    void directlyAboveAStatementItIsForThatStatement() {
        Verdict verdict = judge(ACCEPT + INDEX);
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.suppressed()).extracting(Suppressed::because).containsExactly("ten rows");

        assertThat(rules("SELECT 1;\n" + ACCEPT + "-- and more words\n" + INDEX))
                .isEmpty();
        assertThat(rules(ACCEPT + INDEX + "CREATE INDEX poll_votes ON poll (votes);"))
                .containsExactly("CreateIndexBlocksWrites");
    }

    @Test
    void atTheHeadOfTheFileItIsForAllOfIt() {
        assertThat(rules("-- why we do this\n" + ACCEPT + "\n" + INDEX + "CREATE INDEX poll_votes ON poll (votes);"))
                .isEmpty();
    }

    @Test
    void theHazardCanBeSpelledAsAnnotationsDoAndTheReasonWithBecause() {
        assertThat(rules("--migrate:accept CREATE_INDEX_BLOCKS_WRITES on poll because ten rows\n" + INDEX))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "public.poll, poll",
                "poll, public.poll",
                "Public.POLL, Poll",
                "\"public\".\"poll\", poll",
                "\"my poll\", \"my poll\"",
                "public.\"my poll\", \"my poll\"",
                "\"my poll\", public.\"my poll\""
            })
    void theTableIsNamedAsInAStatement(String on, String table) {
        assertThat(rules("-- migrate:accept CreateIndexBlocksWrites on " + on
                        + ": ten rows\nCREATE INDEX poll_title ON " + table + " (title);"))
                .isEmpty();
    }

    @Test
    void whatTheFindingPastesIsAnAcceptance() {
        String index = "CREATE INDEX poll_title ON app.\"my poll\" (title);\n";
        String pasted = Messages.text(judge(index).findings().get(0))
                .lines()
                .filter(line -> line.contains("migrate:accept"))
                .findFirst()
                .orElseThrow()
                .strip();
        assertThat(rules(pasted.substring(pasted.indexOf("--")).replace("…", "ten rows") + "\n" + index))
                .isEmpty();
    }

    @Test
    void anotherTableOrHazardSilencesNothingAndIsTold() {
        assertThat(rules("-- migrate:accept CreateIndexBlocksWrites on other: ten rows\n" + INDEX))
                .containsExactlyInAnyOrder("CreateIndexBlocksWrites", "UnusedAcceptance");
        assertThat(rules("-- migrate:accept DropTableLosesData on poll: ten rows\n" + INDEX))
                .containsExactlyInAnyOrder("CreateIndexBlocksWrites", "UnusedAcceptance");
    }

    @Test
    void anUnusedOneIsToldAtItsPlace() {
        String text = ACCEPT + "SELECT count(*) FROM poll;\n";
        assertThat(rules(text)).containsExactly("UnusedAcceptance");
        assertThat(token(text)).isEqualTo(ACCEPT.strip());
        assertThat(Messages.text(judge(text).findings().get(0))).contains("fix:     remove this comment");
    }

    @Test
    void aReasonWithoutWordsIsAnErrorAtItsPlace() {
        String blank = "-- migrate:accept CreateIndexBlocksWrites on poll: …\n" + INDEX;
        assertThat(rules(blank)).containsExactly("BlankReason");
        assertThat(token(blank)).isEqualTo("…");
        assertThat(rules("-- migrate:accept CreateIndexBlocksWrites on poll:\n" + INDEX))
                .containsExactly("BlankReason");
    }

    @Test
    void whatIsNoAcceptanceIsAnErrorAtTheVeryWord() {
        assertThat(token("-- migrate:accept CreateIndexes on poll: ten rows\n" + INDEX))
                .isEqualTo("CreateIndexes");
        assertThat(token("-- migrate:accept MissingWayBack on poll: ten rows\n" + INDEX))
                .isEqualTo("MissingWayBack");
        assertThat(token("-- migrate:accept CreateIndexBlocksWrites poll  \n" + INDEX))
                .isEqualTo("-- migrate:accept CreateIndexBlocksWrites poll");
        for (String text : List.of(
                "-- migrate:accept\n" + INDEX,
                INDEX + ACCEPT,
                INDEX.strip() + " " + ACCEPT,
                "SELECT 1;\n" + ACCEPT + "\n" + INDEX,
                "SELECT 1; " + ACCEPT + INDEX)) {
            assertThat(rules(text))
                    .as(text)
                    .containsExactlyInAnyOrder("MalformedAcceptance", "CreateIndexBlocksWrites");
        }
        assertThat(rules(ACCEPT)).containsExactly("MalformedAcceptance");
    }

    @Test
    void aMalformedOneReadsWell() {
        assertThat(Messages.located(judge("SELECT 1;\n" + ACCEPT).findings().get(0)))
                .isEqualTo("""
                db/V2__more.sql:2:1: error: [MalformedAcceptance] the acceptance in V2__more.sql stands above no statement
                    effect:  nothing is accepted by it
                    needed:  a line of its own directly above the statement, or at the head of the file
                    see:     docs/hazards/MalformedAcceptance.md""");
    }

    @Test
    void aDangerousHazardNeedsItsWindow() {
        String wider = "ALTER TABLE poll ALTER COLUMN votes TYPE bigint;\n";
        assertThat(rules("-- migrate:accept AlterTypeRewritesTable on poll: ten rows\n" + wider))
                .contains("NeedsMaintenanceWindow");
        assertThat(rules(
                        "-- migrate:accept AlterTypeRewritesTable on poll in a maintenance window: ten rows\n" + wider))
                .doesNotContain("NeedsMaintenanceWindow", "AlterTypeRewritesTable");
    }

    @Test
    void textOfSqlThatLooksLikeOneIsNone() {
        assertThat(rules("INSERT INTO other VALUES (1, '\n" + ACCEPT + "');\n")).doesNotContain("MalformedAcceptance");
    }
}

package dev.migrate.core.rule;

import static dev.migrate.core.rule.Migrations.contract;
import static dev.migrate.core.rule.Migrations.expand;
import static dev.migrate.core.rule.Migrations.risky;
import static dev.migrate.core.rule.Migrations.safe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.api.Hazard;
import dev.migrate.core.finding.Finding;
import dev.migrate.core.finding.Finding.Level;
import dev.migrate.core.finding.Suppressed;
import dev.migrate.core.finding.Verdict;
import dev.migrate.core.graph.MigrationGraph;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What counts, what is accepted, and what is softened. */
class VerdictTest {
    private static final String CREATE = "CREATE TABLE item (id int PRIMARY KEY, price int)";
    private static final String OTHER = "CREATE TABLE other (id int PRIMARY KEY)";
    private static final String INDEX = "CREATE INDEX item_price ON item (price)";

    private static Verdict verdict(Migrations... migrations) {
        return Judge.verdict(
                MigrationGraph.of(
                        Arrays.stream(migrations).map(Migrations::build).toList()),
                JudgeOptions.standard());
    }

    @Test
    void whatIsAcceptedIsToldWithItsReason() {
        Verdict verdict = verdict(
                safe("V0001_Create").sql(CREATE),
                risky("V0002_Index")
                        .accept(Hazard.CREATE_INDEX_BLOCKS_WRITES, "item", "ten rows")
                        .sql(INDEX));

        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.suppressed()).singleElement().satisfies(one -> {
            assertThat(one.why()).isEqualTo(Suppressed.Why.ACCEPTED);
            assertThat(one.because()).isEqualTo("ten rows");
            assertThat(one.finding().rule()).isEqualTo("CreateIndexBlocksWrites");
            assertThat(one.finding().headline()).contains("item_price");
        });
    }

    @Test
    void anAcceptanceOfAnotherObjectOrHazardSilencesNothing() {
        Verdict other = verdict(
                safe("V0001_Create").sql(CREATE).sql(OTHER),
                risky("V0002_Index")
                        .accept(Hazard.CREATE_INDEX_BLOCKS_WRITES, "other", "ten rows")
                        .accept(Hazard.DROP_TABLE_LOSES_DATA, "item", "ten rows")
                        .sql(INDEX));

        assertThat(other.suppressed()).isEmpty();
        assertThat(other.findings())
                .extracting(Finding::rule)
                .containsExactlyInAnyOrder("CreateIndexBlocksWrites", "UnusedAcceptance", "UnusedAcceptance");
    }

    /** Order and form are put right: the two enums share no name, so that no acceptance can name such a rule. */
    @Test
    void noRuleOfOrderCanBeAccepted() {
        assertThat(Arrays.stream(Hazard.values()).map(Hazard::ruleName))
                .doesNotContainAnyElementsOf(Arrays.stream(OrderRule.values())
                        .map(OrderRule::ruleName)
                        .toList());
    }

    @Test
    void aDangerousHazardNeedsAWindowWhateverTheReason() {
        assertThat(verdict(
                                safe("V0001_Create").sql(CREATE),
                                risky("V0002_Wider")
                                        .accept(Hazard.ALTER_TYPE_REWRITES_TABLE, "item", "ten rows")
                                        .sql("ALTER TABLE item ALTER price TYPE bigint", "SELECT 1"))
                        .findings())
                .extracting(Finding::rule)
                .contains("NeedsMaintenanceWindow");
    }

    @Test
    void aFindingKnowsWhoRunsIt() {
        Verdict verdict = verdict(
                safe("V0001_Create").sql(CREATE).sql(OTHER),
                expand("V0002_Retire").sql("ALTER TABLE item ADD note text").atContract(INDEX),
                contract("V0003_Drop", "V0002_Retire"));

        assertThat(verdict.findings())
                .filteredOn(finding -> finding.rule().equals("CreateIndexBlocksWrites"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.migration()).isEqualTo("V0002_Retire");
                    assertThat(finding.runBy()).isEqualTo("V0003_Drop");
                });
    }

    @Test
    void aRuleWarnsInItsFirstMinorVersionAlone() {
        Finding found = Migrations.judge(
                        safe("V0001_Create").sql(CREATE), safe("V0002_Index").sql(INDEX))
                .get(0);
        assertThat(found.level()).isEqualTo(Level.ERROR);

        Finding softened = new Novices(ToolVersion.parse("0.2.1"), rule -> "0.2").softened(found);
        assertThat(softened.level()).isEqualTo(Level.WARNING);
        assertThat(softened.lines())
                .contains(new Finding.Line("note", "this rule is new in 0.2: a warning, and an error from 0.3 on"));
        assertThat(new Novices(ToolVersion.parse("0.3.0-SNAPSHOT"), rule -> "0.2").softened(found))
                .isEqualTo(found);
        assertThat(new Novices(ToolVersion.parse("0.1.0"), rule -> "0.1").softened(found))
                .as("nobody upgraded to the first version")
                .isEqualTo(found);
    }

    @Test
    void theVersionIsThatOfTheBuild() throws Exception {
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<version>" + ToolVersion.currentText() + "</version>");
        ToolVersion current = ToolVersion.current();
        for (Hazard hazard : Hazard.values()) {
            assertThat(ToolVersion.parse(hazard.since()).minor())
                    .as("%s is of a version to come", hazard)
                    .isLessThanOrEqualTo(current.minor());
        }
    }
}

package dev.migrate.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.index.IndexEntry;
import dev.migrate.core.message.Messages;
import dev.migrate.core.migration.Migration;
import dev.migrate.engine.kit.TestProject;
import dev.migrate.engine.project.ProjectMigrations;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingsComparisonTest {
    private static final String UP = """
            @Safe public final class V0001_Create implements SchemaMigration { public void up(Steps steps) {
            %s
            } }""";

    @TempDir
    private Path folder;

    private ProjectMigrations load(String steps) {
        return ProjectMigrations.load(
                TestProject.in(folder).add(UP.formatted(steps)).compile());
    }

    /** What is found where the compiler read the first steps and the class runs the second. */
    private List<Finding> findings(String read, String compiled) {
        Map<String, Migration> ofSources;
        try (ProjectMigrations project = load(read)) {
            ofSources = project.index().values().stream()
                    .collect(Collectors.toMap(IndexEntry::className, IndexEntry::migration));
        }
        try (ProjectMigrations project = load(compiled)) {
            return ReadingsComparison.findings(project.migrations(), ofSources);
        }
    }

    @Test
    void theSameSourceAgrees() {
        String steps = """
                steps.add(createTable("orders").column("id", BIGINT.notNull()).column("state", VARCHAR(20).defaultValue("new"))
                        .constraints(constraint("orders_pk").primaryKey("id"), check(field("id", BIGINT).gt(inline(0L)))));
                steps.add(alterTable("orders").addColumn("priority", INTEGER.notNull().defaultValue(0)));
                steps.add(sql("ALTER TABLE orders ADD COLUMN note text").down("ALTER TABLE orders DROP COLUMN note"));
                steps.add(sql("GRANT SELECT ON orders TO PUBLIC").down("REVOKE SELECT ON orders FROM PUBLIC"));
                steps.add(indexConcurrently("orders_priority_idx").on("orders", "priority").where(expr("priority > 0")));
                steps.add(backfill("orders", "note").setting(expr("'none'")));
                """;
        assertThat(findings(steps, steps)).isEmpty();
    }

    @Test
    void layoutOfSqlIsNoDifference() {
        assertThat(findings(
                        "steps.add(sql(\"DROP  TABLE orders\"));", "steps.add(sql(\"drop table orders -- gone\"));"))
                .isEmpty();
    }

    @Test
    void anotherStatementIsShownWithBothReadings() {
        List<Finding> findings = findings(
                "steps.add(sql(\"ALTER TABLE orders ADD COLUMN note text\"));",
                "steps.add(sql(\"ALTER TABLE orders DROP COLUMN note\"));");
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.place().line()).isPositive();
            assertThat(finding.level()).isEqualTo(Finding.Level.ERROR);
            assertThat(Messages.text(finding)).isEqualTo("""
                            [ReadingsDiffer] the compiled V0001_Create.up does something else than the compiler judged
                            effect:  what apply would run is not what the compiler passed as safe
                            found:   judged:   ALTER TABLE orders ADD COLUMN note text
                                     compiled: ALTER TABLE orders DROP COLUMN note
                            fix:     mvn clean compile, with the migration-processor of this version
                            note:    if it stays, this tool is at fault: please report it with the source
                            see:     docs/hazards/ReadingsDiffer.md""");
        });
    }

    @Test
    void otherOperationsOfJooqAreFound() {
        assertThat(findings(
                        "steps.add(alterTable(\"orders\").addColumn(\"note\", CLOB));",
                        "steps.add(alterTable(\"orders\").dropColumn(\"note\"));"))
                .hasSize(1);
    }

    @Test
    void anotherArgumentOfARecipeIsFound() {
        assertThat(findings(
                        "steps.add(indexConcurrently(\"orders_idx\").on(\"orders\", \"a\"));",
                        "steps.add(indexConcurrently(\"orders_idx\").on(\"orders\", \"b\"));"))
                .hasSize(1);
    }

    @Test
    void oneStepMoreIsFound() {
        String one = "steps.add(sql(\"DROP TABLE orders\"));";
        assertThat(findings(one, one + one))
                .singleElement()
                .extracting(Messages::text)
                .asString()
                .contains("judged:   1 step\n", "compiled: 2 steps\n");
    }

    @Test
    void whatTheCompilerCouldNotReadSaysNothing() {
        String opaque = "steps.add(sql(System.getProperty(\"user.name\").isEmpty() ? \"\" : \"DROP TABLE orders\"));";
        assertThat(findings(opaque, "steps.add(sql(\"DROP TABLE orders\"));")).isEmpty();
    }

    @Test
    void everyDifferentStepIsFound() {
        String same = "steps.add(sql(\"DROP TABLE kept\"));\n";
        assertThat(findings(
                        "steps.add(sql(\"DROP TABLE a\"));\n" + same + "steps.add(sql(\"DROP TABLE b\"));",
                        "steps.add(sql(\"DROP TABLE c\"));\n" + same + "steps.add(sql(\"DROP TABLE d\"));"))
                .extracting(Messages::text)
                .satisfiesExactly(
                        first -> assertThat(first).contains("judged:   DROP TABLE a\n", "compiled: DROP TABLE c\n"),
                        second -> assertThat(second).contains("judged:   DROP TABLE b\n", "compiled: DROP TABLE d\n"));
    }

    @Test
    void whatStandsBeforeAnUnreadStepIsCompared() {
        String opaque =
                "for (String t : System.getProperty(\"user.name\").split(\"\")) steps.add(sql(\"DROP TABLE x\" + t));";
        String two = "steps.add(sql(\"DROP TABLE x1\")); steps.add(sql(\"DROP TABLE x2\"));";
        assertThat(findings("steps.add(sql(\"DROP TABLE a\"));" + opaque, "steps.add(sql(\"DROP TABLE a\"));" + two))
                .isEmpty();
        assertThat(findings("steps.add(sql(\"DROP TABLE a\"));" + opaque, "steps.add(sql(\"DROP TABLE b\"));" + two))
                .hasSize(1);
    }

    private List<Finding> ofClasses(String read, String compiled) {
        Map<String, Migration> ofSources;
        try (ProjectMigrations project =
                ProjectMigrations.load(TestProject.in(folder).add(read).compile())) {
            ofSources = project.index().values().stream()
                    .collect(Collectors.toMap(IndexEntry::className, IndexEntry::migration));
        }
        try (ProjectMigrations project =
                ProjectMigrations.load(TestProject.in(folder).add(compiled).compile())) {
            return ReadingsComparison.findings(project.migrations(), ofSources);
        }
    }

    private static String risky(String annotations, String check) {
        return annotations + """
                 public final class V0001_Create implements RiskyMigration {
                  public void up(RiskySteps steps) { steps.add(sql("DROP TABLE orders")); }
                  @Override public void verify(Verification v) { v.noRows("%s"); }
                }""".formatted(check);
    }

    @Test
    void whatAClassDeclaresIsCompared() {
        String one = "@Risky(@Accept(value = Hazard.DROP_TABLE_LOSES_DATA, on = \"orders\", because = \"a\"))"
                + " @Irreversible(because = \"gone\")";
        assertThat(ofClasses(risky(one, "SELECT 1"), risky(one.replace("\"a\"", "\"b\""), "select  1")))
                .isEmpty();
        assertThat(ofClasses(risky(one, "SELECT 1"), risky(one.replace("orders", "others"), "SELECT 2")))
                .singleElement()
                .extracting(Messages::text)
                .asString()
                .contains(
                        "[ReadingsDiffer] the compiled V0001_Create declares something else than the compiler judged",
                        "judged:   accepted [DROP_TABLE_LOSES_DATA on orders]; verify NO_ROWS",
                        "compiled: accepted [DROP_TABLE_LOSES_DATA on others]; verify NO_ROWS");
        assertThat(ofClasses(
                        risky(one, "SELECT 1"),
                        risky(
                                one.replace("))", "), maintenanceWindow = true)")
                                        .replace("@Risky(@", "@Risky(value = @"),
                                "SELECT 1")))
                .singleElement()
                .extracting(Messages::text)
                .asString()
                .contains("compiled: annotations @Risky in a maintenance window");
    }
}

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
            assertThat(Messages.text(finding)).isEqualTo("""
                            [ReadingsDiffer] the compiled V0001_Create.up does something else than the compiler judged
                            effect:  the messages of the compiler were about another statement than apply runs
                            found:   judged:   ALTER TABLE orders ADD COLUMN note text
                                     compiled: ALTER TABLE orders DROP COLUMN note
                            fix:     mvn clean compile, with the migration-processor of this version
                            note:    migrate:check judges what is compiled
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
}

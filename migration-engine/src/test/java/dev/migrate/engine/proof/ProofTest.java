package dev.migrate.engine.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.message.Messages;
import dev.migrate.engine.kit.TestDatabase;
import dev.migrate.engine.kit.TestProject;
import dev.migrate.engine.project.ProjectMigrations;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProofTest {
    private static final TestDatabase DATABASE = TestDatabase.create();

    @TempDir
    private Path folder;

    private Proof.Outcome prove(TestProject project) {
        try (ProjectMigrations migrations = ProjectMigrations.load(project.compile())) {
            return new Proof(MigrationGraph.of(migrations.migrations()), "PostgreSQL").run(DATABASE.url());
        }
    }

    private static String messages(Proof.Outcome outcome) {
        return outcome.findings().stream().map(Messages::text).collect(Collectors.joining("\n\n"));
    }

    private TestProject orders() {
        return TestProject.in(folder)
                .safe("V0001_CreateOrders", "CREATE TABLE orders (id bigint PRIMARY KEY, customer text NOT NULL)");
    }

    @Test
    void goodMigrationsAreProvenAndTheirWaysBackLeadBack() {
        Proof.Outcome outcome = prove(
                orders().safe("V0002_AddPriority", "ALTER TABLE orders ADD COLUMN priority int NOT NULL DEFAULT 0")
                        .add("""
                        @Safe public final class V0003_Index implements SchemaMigration { public void up(Steps steps) {
                        steps.add(dev.migrate.api.Recipes.indexConcurrently("orders_priority_idx").on("orders", "priority"));
                        } }"""));
        assertThat(messages(outcome)).isEmpty();
        assertThat(outcome.summary()).isEqualTo("proof on PostgreSQL: all applied from empty, 3 ways back compared");
    }

    @Test
    void aStatementThatFailsIsShownAtItsStep() {
        Proof.Outcome outcome = prove(orders().safe("V0002_Wrong", "ALTER TABLE orders ADD COLUMN customer text"));
        assertThat(outcome.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("UpFails");
            assertThat(finding.level()).isEqualTo(Finding.Level.ERROR);
            assertThat(finding.place().line()).isPositive();
        });
        assertThat(messages(outcome))
                .startsWith("[UpFails] V0002_Wrong fails on an empty database:"
                        + " column \"customer\" of relation \"orders\" already exists")
                .contains("found:   ALTER TABLE orders ADD COLUMN customer text", "SQLSTATE 42701");
        assertThat(outcome.summary()).contains("1 of 2 applied");
    }

    @Test
    void aWayBackThatLeavesSomethingBehindIsFound() {
        Proof.Outcome outcome = prove(orders().add("""
                        @Safe public final class V0002_Half implements SchemaMigration {
                        public void up(Steps steps) {
                        steps.add(sql("ALTER TABLE orders ADD COLUMN a int"));
                        steps.add(sql("ALTER TABLE orders ADD COLUMN b int"));
                        }
                        @Override public void down(dev.migrate.api.RiskySteps steps) {
                        steps.add(sql("ALTER TABLE orders DROP COLUMN a"));
                        } }"""));
        assertThat(outcome.findings()).extracting(Finding::rule).containsExactly("DownDiffers");
        assertThat(messages(outcome)).contains("left behind: column public.orders.b integer");
    }

    @Test
    void aWayBackThatFailsIsFound() {
        Proof.Outcome outcome = prove(orders().add("""
                        @Safe public final class V0002_Bad implements SchemaMigration {
                        public void up(Steps steps) { steps.add(sql("ALTER TABLE orders ADD COLUMN a int")); }
                        @Override public void down(dev.migrate.api.RiskySteps steps) {
                        steps.add(sql("ALTER TABLE orders DROP COLUMN aa"));
                        } }"""));
        assertThat(outcome.findings()).extracting(Finding::rule).containsExactly("DownFails");
        assertThat(messages(outcome)).contains("the way back of V0002_Bad fails: column \"aa\"");
    }

    @Test
    void aCheckThatCannotBeRunIsFound() {
        Proof.Outcome outcome = prove(orders().add("""
                        @Safe public final class V0002_Checks implements SchemaMigration {
                        public void up(Steps steps) { steps.add(sql("ALTER TABLE orders ADD COLUMN a int")); }
                        @Override public void verify(dev.migrate.api.Verification verification) {
                        verification.noRows("SELECT 1 FROM orderz");
                        } }"""));
        assertThat(outcome.findings()).extracting(Finding::rule).containsExactly("VerifyFails");
    }

    @Test
    void migrationsOfAnAdoptedDatabaseAreNotProvenAndSayWhy() {
        Proof.Outcome outcome = prove(TestProject.in(folder)
                .safe("V0002_AddPriority", "ALTER TABLE pgbench_accounts ADD COLUMN priority int"));
        assertThat(outcome.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("NotProven");
            assertThat(finding.level()).isEqualTo(Finding.Level.INFO);
        });
    }

    @Test
    void everyFindingHasAPage() throws Exception {
        for (var field : ProofFindings.class.getDeclaredFields()) {
            if (field.getType() == String.class) {
                assertThat(Path.of("..", Messages.page((String) field.get(null))))
                        .exists();
            }
        }
    }

    @Test
    void scratchDatabaseIsGoneAfterwards() throws Exception {
        prove(orders());
        try (var connection = DATABASE.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname LIKE 'migrate_scratch_"
                        + ProcessHandle.current().pid() + "%'")) {
            assertThat(rows.next()).isFalse();
        }
    }
}

package dev.migrate.engine.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.engine.Migrate;
import dev.migrate.engine.Result;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import dev.migrate.engine.kit.TestDatabase;
import dev.migrate.engine.kit.TestProject;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is applied is not judged again: a rule that came later, or an acceptance that went, stops nothing. */
class AppliedVerdictTest {
    private static final String ACCEPTED = "@Risky(@Accept(value = Hazard.%s, on = \"%s\", because = \"unused\"))";
    private static final String DROPS_PRICE = """
            %s @Irreversible(because = "the prices are in the backup")
            public final class V0002_DropPrice implements %s {
              public void up(%s steps) { steps.add(sql("ALTER TABLE item DROP COLUMN price")); }
            }
            """;
    private static final String RISKY_DROP = DROPS_PRICE.formatted(
            ACCEPTED.formatted("DROP_COLUMN_BEFORE_EXPAND", "item"), "RiskyMigration", "RiskySteps");
    private static final String DISLIKED_DROP = DROPS_PRICE.formatted("@Safe", "SchemaMigration", "Steps");

    private static final String RETIRES = """
            %s @Expand @Irreversible(because = "the log is in the backup")
            public final class V0002_RetireLog implements %s {
              public void up(%s steps) {
                steps.add(sql("ALTER TABLE item ADD COLUMN logged text"));
                steps.atContract(sql("CREATE INDEX log_id ON log (id)").down("DROP INDEX log_id"));
              }
            }
            """;

    private final TestDatabase database = TestDatabase.create();

    @TempDir
    private Path folder;

    private TestProject project;

    @BeforeEach
    void begin() {
        project = TestProject.in(folder)
                .safe("V0001_Create", "CREATE TABLE item (id int PRIMARY KEY, price int)", "CREATE TABLE log (id int)");
    }

    private Result apply(String... schemas) {
        Settings.Builder settings = database.settings();
        if (schemas.length > 0) {
            settings.set(Setting.SCHEMAS, String.join(",", schemas));
        }
        return new Migrate(settings.build(), project.compile(), event -> {}).apply();
    }

    @Test
    void whatIsAppliedStopsNothing() {
        project.add(RISKY_DROP);
        assertThat(apply().failed()).isFalse();

        project.add(DISLIKED_DROP).safe("V0003_AddNote", "ALTER TABLE item ADD COLUMN note text");
        assertThat(new Migrate(database.settings().build(), project.compile(), event -> {})
                        .check()
                        .text())
                .as("a check knows no database: it tells all")
                .contains("[DropColumnBeforeExpand]");
        Result result = apply();

        assertThat(result.failed()).isFalse();
        assertThat(result.text()).contains("applied 1 migration");
        assertThat(result.json()).containsEntry("findings", java.util.List.of());
        assertThat(database.history()).contains("V0003_AddNote|applied");
    }

    @Test
    void whatIsPendingIsStoppedAndAloneIsTold() {
        project.add(RISKY_DROP);
        apply();
        project.add(DISLIKED_DROP).safe("V0003_DropId", "ALTER TABLE item DROP COLUMN id");
        Result result = apply();

        assertThat(result.failed()).isTrue();
        assertThat(result.headline()).startsWith("nothing was applied: ").contains("1 error");
        assertThat(result.text()).contains("V0003_DropId.java").doesNotContain("V0002_DropPrice.java");
    }

    @Test
    void whatIsPendingInOneOfTwoSchemasIsJudged() {
        database.execute("CREATE SCHEMA one");
        database.execute("CREATE SCHEMA two");
        project.add(RISKY_DROP);
        apply("one");
        project.add(DISLIKED_DROP);

        assertThat(apply("one").failed()).isFalse();
        assertThat(apply("one", "two").failed()).isTrue();
        assertThat(database.rows("SELECT to_regclass('two.item')")).containsExactly("null");
    }

    /** The statements stand in the expand, which is applied; the contract that runs them is not. */
    @Test
    void whatAnAppliedExpandDeclaredIsJudgedForItsPendingContract() {
        String accepted = ACCEPTED.formatted("CREATE_INDEX_BLOCKS_WRITES", "log");
        project.add(RETIRES.formatted(accepted, "RiskyMigration", "RiskySteps"));
        assertThat(apply().text()).contains("applied");
        project.add(RETIRES.formatted("", "SchemaMigration", "Steps"));
        assertThat(apply().failed()).as("no contract would run it").isFalse();

        project.add(
                "@Contract(of = V0002_RetireLog.class) public final class V0003_EmptyLog implements ContractMigration {}");
        Result result = apply();
        assertThat(result.failed()).isTrue();
        assertThat(result.text()).contains("[CreateIndexBlocksWrites]", "V0002_RetireLog.java");
    }
}

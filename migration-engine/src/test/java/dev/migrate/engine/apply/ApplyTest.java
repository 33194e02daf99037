package dev.migrate.engine.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.engine.Migrate;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.ProjectFiles;
import dev.migrate.engine.Result;
import dev.migrate.engine.Setting;
import dev.migrate.engine.event.Event;
import dev.migrate.engine.kit.TestDatabase;
import dev.migrate.engine.kit.TestProject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplyTest {
    @TempDir
    Path folder;

    private TestProject project;
    private TestDatabase database;
    private final List<Event> events = new ArrayList<>();

    @BeforeEach
    void begin() {
        project = TestProject.in(folder).safe("V0001_Create", "CREATE TABLE item (id int PRIMARY KEY, name text)");
        database = TestDatabase.create();
    }

    private Result apply() {
        return apply(project.compile());
    }

    private Result apply(ProjectFiles files) {
        return new Migrate(database.settings().build(), files, events::add).apply();
    }

    @Test
    void appliesInOrderAndThenHasNothingToDo() {
        project.safe("V0010_Second", "ALTER TABLE item ADD COLUMN b int")
                .safe("V9_Ninth", "ALTER TABLE item ADD a int");
        assertThat(apply().text()).contains("applied 3 migrations in ", ", straight through: the schema was empty");
        assertThat(database.history())
                .containsExactly("V0001_Create|applied", "V9_Ninth|applied", "V0010_Second|applied");
        assertThat(apply().text()).isEqualTo("shop, schema public: nothing to apply");
        assertThat(database.rows("SELECT count(*) FROM migrate.run")).containsExactly("1");
    }

    @Test
    void goesStepByStepOnASchemaThatHoldsSomething() {
        apply();
        project.add("""
                @Safe public final class V0002_Index implements SchemaMigration {
                  public void up(Steps steps) {
                    steps.add(alterTable("item").addColumn("price", INTEGER.notNull().defaultValue(0)));
                    steps.add(indexConcurrently("item_price_idx").on("item", "price"));
                  }
                }
                """);
        assertThat(apply().text()).contains("applied 1 migration in");
        assertThat(database.rows("SELECT indisvalid FROM pg_index WHERE indexrelid = 'item_price_idx'::regclass"))
                .containsExactly("t");
        assertThat(database.rows("SELECT number FROM migrate.step ORDER BY 1")).containsExactly("1", "2");
    }

    @Test
    void rebuildsAnInvalidIndexOfAnInterruptedRun() {
        apply();
        database.execute("INSERT INTO item VALUES (1, 'same'), (2, 'same')");
        project.add("""
                @Risky(@Accept(value = Hazard.NARROWS_FOR_WRITERS, on = "item", because = "test"))
                public final class V0002_Unique implements RiskyMigration {
                  public void up(RiskySteps steps) {
                    steps.add(sql("ALTER TABLE item ADD COLUMN x int"));
                    steps.add(indexConcurrently("item_name_idx").on("item", "name").unique());
                  }
                }
                """);
        assertThatThrownBy(this::apply)
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("V0002_Unique failed: could not create unique index \"item_name_idx\"")
                .hasMessageContaining("Key (name)=(same) is duplicated");
        assertThat(database.rows("SELECT to_regclass('item_name_idx')")).containsExactly("null");
        assertThat(database.history()).containsExactly("V0001_Create|applied", "V0002_Unique|applying");
        database.execute("DELETE FROM item WHERE id = 2");
        apply();
        assertThat(database.history()).containsExactly("V0001_Create|applied", "V0002_Unique|applied");
    }

    @Test
    void namesTheBlockerOfEachTryAndStopsCleanly() throws Exception {
        apply();
        project.safe("V0002_Blocked", "ALTER TABLE item ADD COLUMN b int");
        ProjectFiles files = project.compile();
        try (Connection reader = database.connect();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("SET application_name = 'a reader'; SELECT * FROM item");
            assertThatThrownBy(() -> new Migrate(
                                    database.settings()
                                            .set(Setting.TRIES, "3")
                                            .set(Setting.LOCK_TIMEOUT, "200ms")
                                            .build(),
                                    files,
                                    events::add)
                            .apply())
                    .isInstanceOf(UserFailure.class)
                    .hasMessageStartingWith("blocked: V0002_Blocked did not get its lock in 3 tries")
                    .hasMessageContaining("\"a reader\", idle in transaction");
        }
        assertThat(events)
                .filteredOn(Event.LockTry.class::isInstance)
                .hasSize(3)
                .allSatisfy(
                        event -> assertThat(((Event.LockTry) event).blocker()).contains("a reader"));
        assertThat(apply(files).text()).contains("applied 1 migration");
    }

    @Test
    void waitsWithAContractAndWhatDependsOnIt() {
        project.add("""
                        @Expand public final class V0002_Retire implements SchemaMigration {
                          public void up(Steps steps) { steps.add(retireColumn("item", "name")); }
                        }
                        """).safe("V0004_Other", "ALTER TABLE item ADD COLUMN other int");
        apply();
        project.add("@Contract(of = V0002_Retire.class) public final class V0003_Drop implements ContractMigration {}")
                .safe("V0005_Again", "ALTER TABLE item ADD COLUMN name int")
                .safe("V0006_Free", "ALTER TABLE item ADD COLUMN free int");
        Result result = apply();
        assertThat(result.failed()).isFalse();
        assertThat(result.text())
                .contains("V0003_Drop waits for a recorded release that contains V0002_Retire")
                .contains("V0005_Again waits for V0003_Drop");
        assertThat(database.history()).contains("V0006_Free|applied").doesNotContain("V0005_Again|applied");
        Result failing = new Migrate(
                        database.settings().set(Setting.WAITING, "fail").build(), project.files(), events::add)
                .apply();
        assertThat(failing.failed()).isTrue();
    }
}

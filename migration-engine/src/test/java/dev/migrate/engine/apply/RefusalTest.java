package dev.migrate.engine.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.engine.Migrate;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import dev.migrate.engine.database.RunLock;
import dev.migrate.engine.event.Events;
import dev.migrate.engine.kit.TestDatabase;
import dev.migrate.engine.kit.TestProject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused, in which words, and that nothing has changed then. */
class RefusalTest {
    @TempDir
    Path folder;

    private TestProject project;
    private TestDatabase database;

    @BeforeEach
    void begin() {
        project = TestProject.in(folder).safe("V0001_Create", "CREATE TABLE item (id int PRIMARY KEY)");
        database = TestDatabase.create();
    }

    private void assertRefused(Settings settings, String headline, String... parts) {
        assertThatThrownBy(() -> new Migrate(settings, project.compile(), Events.none()).apply())
                .isInstanceOf(UserFailure.class)
                .hasMessageStartingWith(headline)
                .satisfies(failure ->
                        List.of(parts).forEach(part -> assertThat(failure).hasMessageContaining(part)));
    }

    private void assertRefused(String headline, String... parts) {
        assertRefused(database.settings().build(), headline, parts);
    }

    private void apply() {
        new Migrate(database.settings().build(), project.compile(), Events.none()).apply();
    }

    @Test
    void refusesToGuessAUrl() {
        assertRefused(Settings.builder().build(), "migrate.url is not set", "MIGRATE_URL");
    }

    @Test
    void neverPrintsThePassword() {
        Settings wrong = database.settings()
                .set(Setting.URL, database.url().replaceAll("password=\\w+", "password=s3cret"))
                .build();
        assertThatThrownBy(() -> new Migrate(wrong, project.compile(), Events.none()).apply())
                .isInstanceOf(UserFailure.class)
                .hasMessageStartingWith("the server refuses to log in")
                .hasMessageNotContaining("s3cret");
        assertThat(wrong.toString()).doesNotContain("s3cret");
    }

    @Test
    void namesADatabaseThatIsNotThere() {
        Settings elsewhere = database.settings()
                .set(Setting.URL, database.url().replaceAll("/test_\\w+", "/nowhere"))
                .build();
        assertRefused(elsewhere, "there is no such database: jdbc:postgresql:", "/nowhere");
    }

    @Test
    void namesAServerThatIsNotThere() {
        Settings nobody = Settings.builder()
                .set(Setting.URL, "jdbc:postgresql://127.0.0.1:9/x")
                .build();
        assertRefused(nobody, "no connection to jdbc:postgresql://127.0.0.1:9/x");
    }

    @Test
    void refusesAnEditedMigrationButNotAnotherLayout() {
        apply();
        project.safe("V0001_Create", "create  table item (id int primary key) -- same");
        apply();
        project.safe("V0001_Create", "CREATE TABLE item (id bigint PRIMARY KEY)");
        assertRefused("V0001_Create was edited after it was applied", "shop.V0001_Create");
    }

    @Test
    void refusesWhenAnAppliedMigrationIsGone() {
        project.safe("V0002_More", "ALTER TABLE item ADD COLUMN a int");
        apply();
        project.remove("V0002_More");
        assertRefused("the database has V0002_More applied, and the project has no such class");
    }

    @Test
    void asksForABaselineWhereNobodyRecordedAnything() {
        database.execute("CREATE TABLE theirs (id int)");
        assertRefused("schema public holds objects, and no history says where they come from", "migrate:baseline");
        assertThat(database.rows("SELECT to_regclass('migrate.form')")).containsExactly("null");
    }

    @Test
    void refusesTheHistoryOfANewerTool() {
        apply();
        database.execute("UPDATE migrate.form SET version = 99");
        assertRefused("the history in schema migrate was written by a newer version of this tool", "form 99");
    }

    @Test
    void refusesTwoOfOneNumber() {
        project.safe("V1_Other", "CREATE TABLE other (id int)");
        assertRefused("V0001_Create and V1_Other have the same number");
    }

    @Test
    void refusesClassesThatTheProcessorDidNotSee() throws Exception {
        project.compile();
        java.nio.file.Files.delete(project.index().resolve("shop.V0001_Create.migration"));
        assertThatThrownBy(() -> new Migrate(database.settings().build(), project.files(), Events.none()).apply())
                .isInstanceOf(UserFailure.class)
                .hasMessageStartingWith("the annotation processor did not run")
                .hasMessageContaining("annotationProcessorPaths");
    }

    @Test
    void namesTheLineOfAMigrationThatFails() {
        project.add("""
                @Safe public final class V0002_Throws implements SchemaMigration {
                  public void up(Steps steps) {
                    throw new IllegalStateException("no config");
                  }
                }
                """);
        assertRefused(
                "V0002_Throws cannot be read: java.lang.IllegalStateException: no config", "of V0002_Throws.java");
    }

    @Test
    void refusesStepsThatChangeFromCallToCall() {
        project.add("""
                @Safe public final class V0002_Random implements SchemaMigration {
                  private static int calls;
                  public void up(Steps steps) {
                    steps.add(sql("COMMENT ON TABLE item IS '" + calls++ + "'"));
                  }
                }
                """);
        assertRefused("V0002_Random describes other steps each time it is asked");
    }

    @Test
    void rollsAFailingMigrationBackAndNamesItsLine() {
        project.safe("V0002_Bad", "ALTER TABLE item ADD COLUMN a int", "ALTER TABLE nothing ADD COLUMN b int");
        assertRefused("V0002_Bad failed: relation \"nothing\" does not exist (SQLSTATE 42P01)");
        assertThat(database.history()).containsExactly("V0001_Create|applied");
        assertThat(database.rows("SELECT attname FROM pg_attribute WHERE attrelid = 'item'::regclass AND attnum > 0"))
                .containsExactly("id");
    }

    @Test
    void endsLockedAndNamesTheHolder() throws Exception {
        apply();
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            statement.execute("SET application_name = 'migrate elsewhere'");
            statement.execute("SELECT pg_advisory_lock(" + RunLock.key("shop", "public") + ")");
            assertRefused(
                    database.settings().set(Setting.LOCK_WAIT, "1s").build(),
                    "locked: another run on shop, schema public did not end within 1 s",
                    "\"migrate elsewhere\"");
        }
    }
}

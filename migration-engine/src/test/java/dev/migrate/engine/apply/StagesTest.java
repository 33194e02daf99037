package dev.migrate.engine.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.engine.Migrate;
import dev.migrate.engine.Result;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import dev.migrate.engine.backup.Backups;
import dev.migrate.engine.event.Event;
import dev.migrate.engine.kit.TestDatabase;
import dev.migrate.engine.kit.TestProject;
import dev.migrate.engine.output.EventLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The five stages of an apply, each on a real server. */
class StagesTest {
    private static final String DROPS_PRICE = """
            @Risky(@Accept(value = Hazard.DROP_COLUMN_BEFORE_EXPAND, on = "item", because = "nobody reads it"))
            @Irreversible(because = "the prices are kept in the backup")
            public final class V0002_DropPrice implements RiskyMigration {
              public void up(RiskySteps steps) { steps.add(sql("ALTER TABLE item DROP COLUMN price")); }
            }
            """;
    private static final String NOT_NEGATIVE = """
            @Safe public final class V0002_AddAmount implements SchemaMigration {
              public void up(Steps steps) { steps.add(sql("ALTER TABLE item ADD COLUMN amount int")); }
              @Override public void verify(Verification verification) {
                verification.noRows("SELECT id, price FROM item WHERE price < 0");
              }
            }
            """;

    private final TestDatabase database = TestDatabase.create();
    private final List<Event> events = new ArrayList<>();

    @TempDir
    private Path folder;

    private TestProject project;

    @BeforeEach
    void begin() {
        project = TestProject.in(folder)
                .safe("V0001_Create", "CREATE TABLE item (id int PRIMARY KEY, price int, note text)");
    }

    private Result apply() {
        return apply(database.settings().build());
    }

    private Result apply(Settings settings) {
        events.clear();
        return new Migrate(settings, project.compile(), events::add).apply();
    }

    private List<String> stages() {
        return events.stream()
                .filter(Event.Stage.class::isInstance)
                .map(event -> EventLine.of(event).text().replaceAll("jdbc:\\S+", "URL"))
                .toList();
    }

    private List<Backups.Backup> backups() {
        return Backups.list(folder.resolve("target/migrate/backups"));
    }

    @Test
    void anEmptySchemaNeedsNoBackup() {
        assertThat(apply().text())
                .matches("shop, schema public: applied 1 migration in [0-9.]+ m?s, straight through: "
                        + "the schema was empty");
        assertThat(stages())
                .containsExactly(
                        "check: 1 migration",
                        "backup: not needed, the schema was empty",
                        "validate: shop, schema public",
                        "apply: 1 migration to URL",
                        "verify: no checks to run");
    }

    @Test
    void withNothingToDoOnlyTheVerdictIsAsked() {
        apply();
        assertThat(apply().text()).isEqualTo("shop, schema public: nothing to apply");
        assertThat(stages()).containsExactly("check: 1 migration");
    }

    @Test
    void whatTheCompilerWouldRefuseIsNotAppliedFromAClassFileEither() {
        apply();
        project.safe("V0002_DropPrice", "ALTER TABLE item DROP COLUMN price");
        Result refused = apply();
        assertThat(refused.failed()).isTrue();
        assertThat(refused.headline())
                .startsWith("nothing was applied: checked 2 migrations: ")
                .contains("1 error");
        Result check = new Migrate(database.settings().build(), project.files(), event -> {}).check();
        assertThat(refused.text()).isEqualTo(check.text() + "\nnothing was applied");
        assertThat(refused.text()).contains("V0002_DropPrice.java:", "error: [DropColumnBeforeExpand]");
        assertThat(refused.json()).containsKeys("version", "findings", "runs");
        assertThat(database.history()).containsExactly("V0001_Create|applied");
        assertThat(database.rows("SELECT price FROM item")).isEmpty();
    }

    @Test
    void theRowsOfATableAtRiskAreKeptBeforeTheFirstStatement() {
        apply();
        database.execute("INSERT INTO item VALUES (1, 10, 'a'), (2, 20, 'b')");
        project.add(DROPS_PRICE).safe("V0003_Other", "CREATE TABLE other (id int PRIMARY KEY)");
        Result result = apply();
        assertThat(stages())
                .containsExactly(
                        "check: 3 migrations",
                        "backup: 1 table at risk",
                        "validate: shop, schema public",
                        "apply: 2 migrations to URL",
                        "verify: no checks to run");
        assertThat(backups()).hasSize(1);
        assertThat(backups().get(0).manifest().tables()).singleElement().satisfies(table -> {
            assertThat(table.name()).isEqualTo("item");
            assertThat(table.rows()).isEqualTo(2);
            assertThat(table.columns()).extracting("name").contains("price");
        });
        assertThat(result.text()).contains("1 table, 2 rows", "V3 (checksummed, not restored)");
    }

    @Test
    void aContractThatDropsIsBackedUpAndAPlainMigrationIsNot() {
        Settings settings = database.settings()
                .set(Setting.ENVIRONMENT, "development")
                .set(Setting.BACKUP_DIRECTORY, folder.resolve("kept").toString())
                .build();
        apply(settings);
        project.add("""
                @Expand public final class V0002_RetireNote implements SchemaMigration {
                  public void up(Steps steps) { steps.add(retireColumn("item", "note")); }
                }
                """);
        apply(settings);
        assertThat(stages()).contains("backup: not needed, no table is narrowed or accepted as risky");
        project.add(
                "@Contract(of = V0002_RetireNote.class) public final class V0003_DropNote implements ContractMigration {}");
        apply(settings);
        assertThat(stages()).contains("backup: 1 table at risk");
        assertThat(Backups.list(folder.resolve("kept"))).hasSize(1);
    }

    @Test
    void aBackupCanBeLeftOut() {
        apply();
        project.add(DROPS_PRICE);
        apply(database.settings().set(Setting.BACKUP_BEFORE, "false").build());
        assertThat(stages()).contains("backup: skipped, migrate.backupBefore is false");
        assertThat(backups()).isEmpty();
        assertThat(database.history()).hasSize(2);
    }

    @Test
    void aCheckThatDoesNotHoldFailsTheRunAndUndoesNothing() {
        apply();
        database.execute("INSERT INTO item VALUES (7, -3, 'a')");
        project.add(NOT_NEGATIVE);
        Result result = apply();
        assertThat(stages()).last().isEqualTo("verify: 1 check on the data");
        assertThat(result.failed()).isTrue();
        assertThat(result.headline()).contains("V0002_AddAmount", "nothing was undone");
        assertThat(result.text())
                .contains(
                        "V0002_AddAmount: a check does not hold",
                        "no rows from SELECT id, price",
                        "id = 7, price = -3");
        assertThat(database.history()).containsExactly("V0001_Create|applied", "V0002_AddAmount|applied");
        assertThat(apply().failed())
                .as("the check belongs to the run that applied it")
                .isFalse();
    }

    @Test
    void aRoleThatOwnsNoTableIsToldBeforeAnythingRuns() {
        apply();
        String role = "guest_" + Long.toHexString(System.nanoTime());
        database.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'guest'");
        database.execute("GRANT ALL ON SCHEMA public, migrate TO " + role);
        database.execute("GRANT ALL ON ALL TABLES IN SCHEMA migrate TO " + role);
        project.safe("V0002_New", "CREATE TABLE fresh (id int PRIMARY KEY)")
                .safe("V0003_Add", "ALTER TABLE item ADD COLUMN amount int");
        Settings guest = database.settings()
                .set(Setting.URL, database.url().replaceAll("\\?.*", ""))
                .set(Setting.USER, role)
                .set(Setting.PASSWORD, "guest")
                .build();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> apply(guest))
                .hasMessageContaining(role + " does not own item");
        assertThat(stages()).last().isEqualTo("validate: shop, schema public");
        assertThat(database.rows("SELECT to_regclass('fresh')")).containsExactly("null");
    }

    @Test
    void statusNamesWhatWasAcceptedAndWhy() {
        apply();
        project.add(DROPS_PRICE);
        assertThat(new Migrate(database.settings().build(), project.compile(), events::add)
                        .status()
                        .text())
                .endsWith("V0002_DropPrice accepts DROP_COLUMN_BEFORE_EXPAND on item because nobody reads it");
    }

    @Test
    void planTellsTheLocksOfEachStatementAndWhoWaits() {
        apply();
        project.safe("V0002_Amount", "ALTER TABLE item ADD COLUMN amount int").add("""
                @Risky(value = @Accept(value = Hazard.ALTER_TYPE_REWRITES_TABLE, on = "item", because = "at night"),
                    maintenanceWindow = true)
                public final class V0003_Wider implements RiskyMigration {
                  public void up(RiskySteps steps) {
                    steps.add(sql("ALTER TABLE item ALTER COLUMN price TYPE bigint")
                        .down("ALTER TABLE item ALTER COLUMN price TYPE int"));
                  }
                }
                """);
        assertThat(new Migrate(database.settings().build(), project.compile(), events::add)
                        .plan()
                        .text())
                .isEqualTo("""
                        shop, schema public
                          V0002_Amount
                            one transaction
                              ALTER TABLE item ADD COLUMN amount int
                                locks: ACCESS EXCLUSIVE on item (reads and writes wait)
                            way back
                              one transaction
                                ALTER TABLE "item" DROP COLUMN "amount"
                          V0003_Wider
                            it accepts ALTER_TYPE_REWRITES_TABLE on item because at night
                            one transaction
                              ALTER TABLE item ALTER COLUMN price TYPE bigint
                                locks: ACCESS EXCLUSIVE on item (reads and writes wait); writes the whole table anew
                            way back
                              one transaction
                                ALTER TABLE item ALTER COLUMN price TYPE int
                          forecast: V0003_Wider needs a maintenance window""");
    }
}

package dev.migrate.engine.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.engine.Migrate;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.Setting;
import dev.migrate.engine.event.Events;
import dev.migrate.engine.kit.TestDatabase;
import dev.migrate.engine.kit.TestProject;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollbackTest {
    @TempDir
    Path folder;

    private TestProject project;
    private TestDatabase database;

    @BeforeEach
    void begin() {
        database = TestDatabase.create();
        project = TestProject.in(folder)
                .safe("V0001_Create", "CREATE TABLE item (id int PRIMARY KEY, name text NOT NULL)")
                .add("""
                        @Safe public final class V0002_Index implements SchemaMigration {
                          public void up(Steps steps) {
                            steps.add(alterTable("item").addColumn("price", INTEGER.notNull().defaultValue(0)));
                            steps.add(indexConcurrently("item_price_idx").on("item", "price"));
                          }
                        }
                        """)
                .add("""
                        @Expand public final class V0003_Retire implements SchemaMigration {
                          public void up(Steps steps) { steps.add(retireColumn("item", "name")); }
                        }
                        """);
    }

    private Migrate migrate(String target) {
        return new Migrate(database.settings().set(Setting.TARGET, target).build(), project.compile(), Events.none());
    }

    private String columns() {
        return String.join(
                ",",
                database.rows("SELECT attname || CASE WHEN attnotnull THEN '!' ELSE '' END FROM pg_attribute"
                        + " WHERE attrelid = 'item'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum"));
    }

    @Test
    void undoesTheLastFirstByInverseSteps() {
        migrate("V0003_Retire").apply();
        assertThat(columns()).isEqualTo("id!,name,price!");
        assertThat(migrate("V0001_Create").rollback().text())
                .isEqualTo("shop, schema public: undid 2 migrations: V0003_Retire, V0002_Index");
        assertThat(columns()).isEqualTo("id!,name!");
        assertThat(database.history()).containsExactly("V0001_Create|applied");
        migrate("V0003_Retire").apply();
        assertThat(columns()).isEqualTo("id!,name,price!");
        assertThat(migrate("zero").rollback().text()).contains("undid 3 migrations");
        assertThat(database.rows("SELECT to_regclass('item')")).containsExactly("null");
    }

    @Test
    void keepsTheRowsThatGo() {
        migrate("V0001_Create").apply();
        database.execute("INSERT INTO item VALUES (1, 'kept'), (2, 'kept too')");
        assertThat(migrate("zero").rollback().text())
                .contains("undid 1 migration: V0001_Create")
                .contains("1 table, 2 rows")
                .contains("V3 (checksummed, not restored)");
    }

    @Test
    void takesNothingAwayFromALiveRelease() {
        migrate("V0003_Retire").apply();
        release("2026.11", "deployed");
        assertThatThrownBy(() -> migrate("V0001_Create").rollback())
                .isInstanceOf(UserFailure.class)
                .hasMessageStartingWith(
                        "the way back of V0002_Index drops column item.price, and release 2026.11 is live")
                .hasMessageContaining("nothing was touched");
        assertThat(columns()).isEqualTo("id!,name,price!");
        assertThat(migrate("V0002_Index").rollback().text()).contains("undid 1 migration: V0003_Retire");
        release("2026.11", "retired");
        assertThat(migrate("V0001_Create").rollback().text()).contains("undid 1 migration: V0002_Index");
    }

    private void release(String name, String state) {
        new Migrate(
                        database.settings()
                                .set(Setting.RELEASE, name)
                                .set(Setting.STATE, state)
                                .build(),
                        project.compile(),
                        Events.none())
                .release();
    }

    @Test
    void refusesWhatHasNoWayBackBeforeItTouchesAnything() {
        project.add("""
                        @Risky(@Accept(value = Hazard.DROP_COLUMN_BEFORE_EXPAND, on = "item", because = "test"))
                        @Irreversible(because = "the prices are gone")
                        public final class V0004_Drop implements RiskyMigration {
                          public void up(RiskySteps steps) { steps.add(sql("ALTER TABLE item DROP COLUMN price")); }
                        }
                        """).safe("V0005_After", "ALTER TABLE item ADD COLUMN after int");
        migrate("V0005_After").apply();
        assertThatThrownBy(() -> migrate("V0002_Index").rollback())
                .isInstanceOf(UserFailure.class)
                .hasMessageStartingWith(
                        "there is no way back before V0004_Drop: it is @Irreversible: the prices are gone")
                .hasMessageContaining("nothing was touched");
        assertThat(columns()).isEqualTo("id!,name,after");
    }

    @Test
    void planShowsTransactionsAndTheWayBack() {
        migrate("V0001_Create").apply();
        assertThat(migrate("V0003_Retire").plan().text())
                .contains("V0002_Index\n    one transaction\n      alter table \"item\" add \"price\" int")
                .contains("    alone\n      CREATE INDEX CONCURRENTLY \"item_price_idx\"")
                .contains("DROP INDEX CONCURRENTLY \"item_price_idx\"");
        assertThat(migrate("V0003_Retire").status().text())
                .contains("V0001_Create")
                .contains("applied")
                .contains("pending");
    }
}

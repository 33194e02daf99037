package dev.migrate.engine.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.engine.Migrate;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import dev.migrate.engine.event.Events;
import dev.migrate.engine.kit.TestDatabase;
import dev.migrate.engine.kit.TestProject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as a person calls them. */
class BackupCommandTest {
    private final TestDatabase database = TestDatabase.create();

    @TempDir
    private Path folder;

    @BeforeEach
    void fill() {
        database.execute("CREATE TABLE orders (id int PRIMARY KEY, note text);"
                + " CREATE TABLE item (id int PRIMARY KEY, orders int REFERENCES orders);"
                + " INSERT INTO orders SELECT n, 'note ' || n FROM generate_series(1, 100) n;"
                + " INSERT INTO item SELECT n, n FROM generate_series(1, 50) n");
    }

    private Settings.Builder settings() {
        return database.settings().set(Setting.BACKUP, "first");
    }

    private Migrate migrate(Settings.Builder settings) {
        return new Migrate(settings.build(), TestProject.in(folder).files(), Events.none());
    }

    @Test
    void allTablesGoOutAndComeBackWhateverTheirForeignKeysWant() {
        assertThat(migrate(settings()).backup().text())
                .contains("backed up first: 2 tables, 150 rows", "(checksummed, not restored)")
                .contains("mvn migrate:restore -Dmigrate.backup=first");
        var before = database.rows("SELECT * FROM orders JOIN item ON orders = orders.id ORDER BY 1");
        database.execute("TRUNCATE orders, item");
        assertThat(migrate(settings()).restore().text()).isEqualTo("""
                        restored 2 tables from first: row counts and content sums agree
                          public.orders: 100 rows
                          public.item: 50 rows""");
        assertThat(database.rows("SELECT * FROM orders JOIN item ON orders = orders.id ORDER BY 1"))
                .isEqualTo(before);
    }

    @Test
    void oneTableCanGoBesideTheLivingOne() {
        migrate(settings().set(Setting.TABLES, "orders")).backup();
        database.execute("CREATE TABLE orders_before (LIKE orders INCLUDING ALL); DELETE FROM orders WHERE id > 90");
        migrate(settings().set(Setting.INTO, "orders_before")).restore();
        assertThat(database.rows("SELECT id FROM orders_before EXCEPT SELECT id FROM orders"))
                .hasSize(10);
    }

    @Test
    void aTableWithRowsIsLeftAsItIs() {
        migrate(settings()).backup();
        assertThatThrownBy(() -> migrate(settings()).restore())
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("is not empty")
                .hasMessageContaining("fix:");
        assertThat(database.rows("SELECT count(*) FROM item")).containsExactly("50");
    }

    @Test
    void aDamagedBackupIsRefusedBeforeAnyTableIsTouched() throws Exception {
        migrate(settings()).backup();
        Path rows = folder.resolve("target/migrate/backups/first/0002.copy");
        byte[] bytes = Files.readAllBytes(rows);
        bytes[3] ^= 1;
        Files.write(rows, bytes);
        database.execute("TRUNCATE orders, item");
        assertThatThrownBy(() -> migrate(settings()).restore())
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("damaged");
        assertThat(database.rows("SELECT count(*) FROM item")).containsExactly("0");
    }

    @Test
    void whoNamesNoBackupIsToldWhichThereAre() {
        assertThatThrownBy(() -> migrate(database.settings()).restore())
                .hasMessageContaining("migrate.backup is not set")
                .hasMessageContaining("found:  no backup in");
        migrate(settings()).backup();
        assertThatThrownBy(
                        () -> migrate(settings().set(Setting.BACKUP, "frist")).restore())
                .hasMessageContaining("there is no backup frist")
                .hasMessageContaining("found:  first");
    }

    @Test
    void theListNeedsNoDatabase() {
        migrate(settings()).backup();
        Settings.Builder offline = Settings.builder().set(Setting.LIST, "true");
        assertThat(migrate(offline).backup().text()).startsWith("backups in ").contains("first: 2 tables, 150 rows");
        assertThat(migrate(offline).backup().json()).containsKey("backups");
    }
}

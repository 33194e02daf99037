package dev.migrate.engine.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.engine.Migrate;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import dev.migrate.engine.event.Events;
import dev.migrate.engine.kit.TestDatabase;
import dev.migrate.engine.kit.TestProject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookkeepingTest {
    private final TestDatabase database = TestDatabase.create();

    @TempDir
    private Path folder;

    private TestProject project() {
        return TestProject.in(folder)
                .safe("V0001_CreateOrders", "CREATE TABLE orders (id bigint PRIMARY KEY)")
                .add("""
                        @Safe public final class V0002_AddPriority implements SchemaMigration {
                        public void up(Steps steps) { steps.add(sql("ALTER TABLE orders ADD COLUMN priority int")); }
                        @Override public void verify(dev.migrate.api.Verification verification) {
                        verification.noRows("SELECT id FROM orders WHERE priority < 0");
                        } }""");
    }

    private Migrate migrate(Settings settings) {
        return new Migrate(settings, project().compile(), Events.none());
    }

    @Test
    void verifyRunsTheChecksOfWhatIsApplied() {
        Settings settings = database.settings().build();
        assertThat(migrate(settings).verify().failed()).isFalse();
        migrate(settings).apply();
        database.execute("INSERT INTO orders VALUES (1, -5)");
        assertThat(migrate(settings).verify().failed()).isTrue();
    }

    @Test
    void aReleaseIsRecordedByName() {
        Settings settings = database.settings().build();
        migrate(settings).apply();
        assertThatThrownBy(() -> migrate(settings).release())
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("migrate.release is not set");
        assertThat(migrate(settings.with(Setting.RELEASE, "2026.11")).release().text())
                .isEqualTo("shop, schema public: release 2026.11 is recorded as deployed, with 2 migrations");
        assertThat(migrate(settings.with(Setting.RELEASE, "2026.11").with(Setting.STATE, "retired"))
                        .release()
                        .text())
                .contains("recorded as retired");
    }

    @Test
    void anAdoptedDatabaseGoesOnAfterItsBaseline() {
        database.execute("CREATE TABLE orders (id bigint PRIMARY KEY)");
        Settings settings = database.settings().build();
        assertThat(migrate(settings.with(Setting.BASELINE_VERSION, "1"))
                        .baseline()
                        .text())
                .contains("V0001_CreateOrders counts as done");
        assertThat(migrate(settings).apply().text()).contains("applied 1 migration");
    }
}

package polls.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.engine.Migrate;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.ProjectFiles;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import dev.migrate.engine.event.Event;
import dev.migrate.testing.MigrationDatabase;
import dev.migrate.testing.MigrationTest;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The story as production lives it: rows are there, releases come and go, and the column goes last. On an empty database
 * the same migrations run straight through, which shows none of this.
 */
@MigrationTest(V0001_CreatePolls.class)
class StepByStepTest {
    private final List<Event> events = new ArrayList<>();

    @TempDir
    private Path scratch;

    @Test
    void theContractWaitsForAReleaseAndThenHidesTheColumn(MigrationDatabase database) {
        onProduction(database, Setting.TARGET, "V0001_CreatePolls").apply();
        database.execute("INSERT INTO polls_poll (question, old_field) VALUES ('Tea or coffee?', 'kept')");

        onProduction(database).apply();

        assertThat(gates()).singleElement().satisfies(gate -> {
            assertThat(gate.migration()).isEqualTo("V0005_DropOldField");
            assertThat(gate.waitsFor()).contains("release");
        });
        assertThat(database.rows("SELECT slug, priority, old_field FROM polls_poll")
                        .toString())
                .isEqualTo("[[tea-or-coffee, 0, kept]]");
        database.execute("INSERT INTO polls_poll (question) VALUES ('The next release no longer names it')");

        release(database, "2026.11").release();
        release(database, "2026.12").release();
        events.clear();
        onProduction(database).apply();

        assertThat(gates()).isEmpty();
        assertThat(columns(database)).doesNotContain("old_field");

        onProduction(database, Setting.TARGET, "V0004_RetireOldField").rollback();

        assertThat(columns(database)).contains("old_field");
        assertThat(database.value("SELECT old_field FROM polls_poll ORDER BY id LIMIT 1"))
                .isEqualTo("kept");
    }

    @Test
    void aGateIsForcedByNameAndWithAReasonOnly(MigrationDatabase database) {
        onProduction(database, Setting.TARGET, "V0001_CreatePolls").apply();
        onProduction(database).apply();
        assertThat(gates()).hasSize(1);

        assertThatThrownBy(() -> onProduction(database, Setting.FORCE_GATE, "V0005_DropOldField")
                        .apply())
                .isInstanceOf(UserFailure.class)
                .hasMessageStartingWith("the gate of V0005_DropOldField is not forced without a reason");
        assertThat(columns(database)).contains("old_field");

        migrate(settings(database)
                        .set(Setting.FORCE_GATE, "V0005_DropOldField")
                        .set(Setting.BECAUSE, "nobody has deployed anything yet")
                        .build())
                .apply();
        assertThat(columns(database)).doesNotContain("old_field");
        assertThat(database.value("SELECT because FROM migrate.gate_forced"))
                .isEqualTo("nobody has deployed anything yet");
    }

    private List<Event.Gate> gates() {
        return events.stream()
                .filter(Event.Gate.class::isInstance)
                .map(Event.Gate.class::cast)
                .toList();
    }

    private static List<String> columns(MigrationDatabase database) {
        return database
                .rows("SELECT attname FROM pg_attribute WHERE attrelid = 'polls_poll'::regclass AND attnum > 0")
                .stream()
                .map(row -> String.valueOf(row.get(0)))
                .toList();
    }

    private Migrate release(MigrationDatabase database, String name) {
        return onProduction(database, Setting.RELEASE, name);
    }

    private Migrate onProduction(MigrationDatabase database) {
        return migrate(settings(database).build());
    }

    private Migrate onProduction(MigrationDatabase database, Setting setting, String value) {
        return migrate(settings(database).set(setting, value).build());
    }

    private Settings.Builder settings(MigrationDatabase database) {
        return Settings.builder()
                .set(Setting.URL, database.url())
                .set(Setting.BACKUP_DIRECTORY, scratch.resolve("backups").toString());
    }

    private Migrate migrate(Settings settings) {
        Path here = Path.of("").toAbsolutePath();
        List<Path> classPath = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
        return new Migrate(
                settings,
                new ProjectFiles(here.resolve("target/classes"), classPath, List.of(), here.resolve("target"), here),
                events::add);
    }
}

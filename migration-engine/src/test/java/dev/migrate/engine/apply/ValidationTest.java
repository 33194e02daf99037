package dev.migrate.engine.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.engine.Migrate;
import dev.migrate.engine.Result;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import dev.migrate.engine.event.Events;
import dev.migrate.engine.kit.TestDatabase;
import dev.migrate.engine.kit.TestProject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidationTest {
    private final TestDatabase database = TestDatabase.create();

    @TempDir
    private Path folder;

    private TestProject orders() {
        return TestProject.in(folder).safe("V0001_CreateOrders", "CREATE TABLE orders (id bigint PRIMARY KEY)");
    }

    private Result validate(TestProject project) {
        return validate(project, database.settings().build());
    }

    private static Result validate(TestProject project, Settings settings) {
        return new Migrate(settings, project.compile(), Events.none()).validate();
    }

    @Test
    void anEmptyDatabaseCanBeMigrated() {
        Result result = validate(orders());
        assertThat(result.text()).isEqualTo("""
                        shop, schema public: can be applied now, 1 to apply, 0 waiting
                          server: ok
                          history: ok
                          window: ok
                          privileges: ok""");
        assertThat(result.failed()).isFalse();
        assertThat(database.rows("SELECT nspname FROM pg_namespace WHERE nspname = 'migrate'"))
                .isEmpty();
    }

    @Test
    void aSchemaThatNobodyRecordedIsAProblemOfTheHistory() {
        database.execute("CREATE TABLE stranger (id int)");
        Result result = validate(orders());
        assertThat(result.failed()).isTrue();
        assertThat(result.headline()).isEqualTo("shop, schema public: cannot be applied now");
        assertThat(result.text()).contains("history: schema public holds objects", "privileges: ok");
    }

    @Test
    void aRoleThatMayNotCreateIsToldAndEveryOtherAnswerToo() {
        String role = "guest_" + Long.toHexString(System.nanoTime());
        database.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'guest'");
        database.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
        Settings settings = Settings.builder()
                .set(Setting.URL, database.url().replaceAll("\\?.*", ""))
                .set(Setting.USER, role)
                .set(Setting.PASSWORD, "guest")
                .build();
        Result result = validate(orders(), settings);
        assertThat(result.text())
                .contains("server: ok", "history: ok", "privileges: " + role + " may not create the schema migrate");
    }
}

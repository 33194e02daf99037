package dev.migrate.engine.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.engine.Migrate;
import dev.migrate.engine.Setting;
import dev.migrate.engine.event.Event;
import dev.migrate.engine.kit.ForkedRunner;
import dev.migrate.engine.kit.Proofs;
import dev.migrate.engine.kit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dead runner leaves no request in a lock queue, and the next run ends whatever a dead one left. */
class OrphanTest {
    private static final String WAITS =
            "SELECT pid FROM pg_locks WHERE NOT granted AND relation = 'poll'::regclass AND mode = 'AccessExclusiveLock'";

    @TempDir
    static Path folder;

    private static TwentyMigrations twenty;

    @BeforeAll
    static void compile() {
        twenty = new TwentyMigrations(folder);
    }

    @Test
    void theRequestOfADeadRunnerIsGoneWithinASecond() throws Exception {
        TestDatabase database = twenty.database(false);
        Map<Setting, String> patient = Map.of(Setting.LOCK_TIMEOUT, "60s", Setting.LOCK_TIMEOUT_MAX, "60s");
        try (Connection reader = database.connect();
                Statement reading = reader.createStatement();
                ForkedRunner runner =
                        twenty.runner("apply", database, "none", patient).ready()) {
            reader.setAutoCommit(false);
            reading.execute("SELECT count(*) FROM poll");
            runner.go();
            awaitRow(database, WAITS);
            runner.kill();
            long killed = System.nanoTime();
            assertThat(TwentyMigrations.soonEmpty(database, WAITS, Duration.ofSeconds(1)))
                    .as("the request of the dead runner after a second")
                    .isEmpty();
            Proofs.report("request of a killed runner gone after " + (System.nanoTime() - killed) / 1_000_000 + " ms");
        }
        assertThat(database.rows(
                        "SELECT attname FROM pg_attribute WHERE attrelid = 'poll'::regclass AND attname = 'c3'"))
                .isEmpty();
        twenty.finish(database);
        TwentyMigrations.assertNothingIsLeft(database);
    }

    @Test
    void theNextRunEndsWhatADeadOneLeft() throws Exception {
        TestDatabase database = twenty.database(false);
        String deadRun = database.rows("SELECT id FROM migrate.run").get(0);
        List<Event> events = new ArrayList<>();
        try (Connection left = DriverManager.getConnection(
                        database.url() + "&ApplicationName=migrate%20" + deadRun + "%20work");
                Connection stranger =
                        DriverManager.getConnection(database.url() + "&ApplicationName=migrate%20something")) {
            new Migrate(database.settings().build(), twenty.project(), events::add).apply();
            assertThat(left.isValid(1)).isFalse();
            assertThat(stranger.isValid(1)).isTrue();
        }
        assertThat(events)
                .anySatisfy(event -> assertThat(event.toString()).contains("which a dead run had left on the server"));
    }

    static void awaitRow(TestDatabase database, String sql) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (database.rows(sql).isEmpty()) {
            assertThat(System.nanoTime()).as(sql).isLessThan(deadline);
            TwentyMigrations.pause(5);
        }
    }
}

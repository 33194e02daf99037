package dev.migrate.engine.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.engine.Migrate;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.ProjectFiles;
import dev.migrate.engine.Setting;
import dev.migrate.engine.event.Event;
import dev.migrate.engine.event.Events;
import dev.migrate.engine.kit.ForkedRunner;
import dev.migrate.engine.kit.TestDatabase;
import dev.migrate.engine.kit.TestProject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run at a time for an app and schema, and the tables that all of them share come into being once. */
class SeveralRunnersTest {
    private static final int RUNNERS = 8;

    @TempDir
    Path folder;

    @Test
    void eightRunnersApplyEachMigrationOnce() throws Exception {
        TwentyMigrations twenty = new TwentyMigrations(folder);
        for (boolean direct : new boolean[] {true, false}) {
            TestDatabase calm = twenty.database(direct);
            twenty.finish(calm);
            TestDatabase database = twenty.database(direct);
            List<Event> events = Collections.synchronizedList(new ArrayList<>());
            List<String> results = together(number -> new Migrate(
                            database.settings().set(Setting.LOCK_WAIT, "2m").build(), twenty.project(), events::add)
                    .apply()
                    .text());
            assertThat(results)
                    .filteredOn(text -> text.contains(direct ? "applied 22" : "applied 20"))
                    .hasSize(1);
            assertThat(events).filteredOn(Event.MigrationDone.class::isInstance).hasSize(direct ? 22 : 20);
            assertThat(TwentyMigrations.state(database)).isEqualTo(TwentyMigrations.state(calm));
            assertThat(events)
                    .anySatisfy(event -> assertThat(event.toString())
                            .contains("waiting for another run on shop, schema public: process"));
        }
    }

    @Test
    void eightAppsCreateTheHistoryTogether() throws Exception {
        TestDatabase database = TestDatabase.create();
        List<ProjectFiles> projects = new ArrayList<>();
        for (int number = 0; number < RUNNERS; number++) {
            database.execute("CREATE SCHEMA s" + number);
            projects.add(TestProject.in(folder.resolve("app" + number), "app" + number, 13)
                    .safe("V0001_Create", "CREATE TABLE item (id int PRIMARY KEY)")
                    .compile());
        }
        together(number -> new Migrate(
                        database.settings().set(Setting.SCHEMAS, "s" + number).build(),
                        projects.get(number),
                        Events.none())
                .apply()
                .text());
        assertThat(database.rows("SELECT app, schema, name, state FROM migrate.history ORDER BY app"))
                .hasSize(RUNNERS)
                .contains("app3|s3|V0001_Create|applied");
        assertThat(database.rows("SELECT count(*) FROM migrate.form")).containsExactly("1");
    }

    @Test
    void theSecondRunnerNamesTheHolderAndEndsLocked() throws Exception {
        TwentyMigrations twenty = new TwentyMigrations(folder);
        TestDatabase database = twenty.database(false);
        Map<Setting, String> patient = Map.of(Setting.LOCK_TIMEOUT, "60s", Setting.LOCK_TIMEOUT_MAX, "60s");
        try (Connection reader = database.connect();
                Statement reading = reader.createStatement();
                ForkedRunner holder =
                        twenty.runner("apply", database, "none", patient).ready()) {
            reader.setAutoCommit(false);
            reading.execute("SELECT count(*) FROM poll");
            holder.go();
            OrphanTest.awaitRow(database, "SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'poll'::regclass");
            String run = database.rows("SELECT id FROM migrate.run WHERE ended_at IS NULL")
                    .get(0);
            assertThatThrownBy(() -> twenty.migrate(database, Map.of(Setting.LOCK_WAIT, "500ms"))
                            .apply())
                    .isInstanceOf(UserFailure.class)
                    .hasMessageStartingWith("locked: another run on shop, schema public did not end within ")
                    .hasMessageContaining("\"migrate " + run + "\"");
            reader.rollback();
            holder.awaitLine("ended");
        }
    }

    private interface Runner {
        String run(int number);
    }

    /** Runs them at the same moment; a failure of one is a failure. */
    private static List<String> together(Runner runner) throws Exception {
        CyclicBarrier start = new CyclicBarrier(RUNNERS);
        ExecutorService threads = Executors.newFixedThreadPool(RUNNERS);
        try {
            List<Callable<String>> calls = new ArrayList<>();
            for (int index = 0; index < RUNNERS; index++) {
                int number = index;
                calls.add(() -> {
                    start.await();
                    return runner.run(number);
                });
            }
            List<String> results = new ArrayList<>();
            for (Future<String> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}

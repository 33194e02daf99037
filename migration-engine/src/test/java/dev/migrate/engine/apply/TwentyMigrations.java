package dev.migrate.engine.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.engine.Migrate;
import dev.migrate.engine.ProjectFiles;
import dev.migrate.engine.Setting;
import dev.migrate.engine.catalog.Catalog;
import dev.migrate.engine.event.Events;
import dev.migrate.engine.kit.ForkedRunner;
import dev.migrate.engine.kit.TestDatabase;
import dev.migrate.engine.kit.TestProject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What the crash tests apply: a retired column, fifteen plain columns, three concurrent indexes between other steps, a
 * backfill of several batches, and the contract. On an empty database all of it runs directly; step by step it is the
 * last twenty of it, on rows, and the contract hides its column.
 */
final class TwentyMigrations {
    private final ProjectFiles project;
    private final TestDatabase empty;
    private final TestDatabase begun;

    TwentyMigrations(Path folder) {
        TestProject written = TestProject.in(folder)
                .safe(
                        "V0001_Poll",
                        "CREATE TABLE poll (id int PRIMARY KEY, title text, old text NOT NULL)",
                        "CREATE TABLE vote (id int PRIMARY KEY, poll int)")
                .add("""
                        @Expand public final class V0002_Retire implements SchemaMigration {
                          public void up(Steps steps) { steps.add(retireColumn("poll", "old")); }
                        }
                        """);
        for (int number = 3; number <= 17; number++) {
            written.safe("V%04d_Column".formatted(number), "ALTER TABLE poll ADD COLUMN c%d int".formatted(number));
        }
        for (int number = 18; number <= 20; number++) {
            written.add("""
                    @Safe public final class V%1$04d_Index implements SchemaMigration {
                      public void up(Steps steps) {
                        steps.add(alterTable("vote").addColumn("c%1$d", INTEGER));
                        steps.add(indexConcurrently("vote_%1$d").on("vote", "c%1$d"));
                        steps.add(alterTable("vote").alterColumn("c%1$d").setDefault(val(7)));
                      }
                    }
                    """.formatted(number));
        }
        this.project = written.add("""
                        @Safe public final class V0021_Fill implements SchemaMigration {
                          public void up(Steps steps) {
                            steps.add(backfill("poll", "c3").setting(expr("id * 2")).oldWritersGet(val(0)));
                          }
                        }
                        """).add("""
                        @Contract(of = V0002_Retire.class)
                        public final class V0022_Drop implements ContractMigration {}
                        """).compile();
        this.empty = TestDatabase.create();
        this.begun = TestDatabase.create();
        Migrate before = migrate(begun, Map.of(Setting.TARGET, "V0002_Retire", Setting.RELEASE, "1"));
        before.apply();
        before.release();
        begun.execute("INSERT INTO poll (id, old) SELECT n, 'text ' || n FROM generate_series(1, 3000) n");
    }

    /** A database before the run. */
    TestDatabase database(boolean direct) {
        return (direct ? empty : begun).copy();
    }

    ProjectFiles project() {
        return project;
    }

    ForkedRunner runner(TestDatabase database, String crashPoint) {
        return runner("apply", database, crashPoint, Map.of());
    }

    ForkedRunner runner(String command, TestDatabase database, String crashPoint, Map<Setting, String> settings) {
        return ForkedRunner.start(new ForkedRunner.Order(command, database.url(), project, settings), crashPoint);
    }

    /** The next apply, by which all has to be well. */
    void finish(TestDatabase database) {
        migrate(database, Map.of()).apply();
    }

    Migrate migrate(TestDatabase database, Map<Setting, String> settings) {
        var all = database.settings();
        settings.forEach(all::set);
        return new Migrate(all.build(), project, Events.none());
    }

    /** Catalog and rows, and the history without times, tries and run ids. */
    static String state(TestDatabase database) {
        try (Connection connection = database.connect()) {
            return Catalog.describe(connection) + "\n"
                    + String.join(
                            "\n",
                            database.rows("SELECT app, schema, name, kind, state, form, fingerprint, position"
                                    + " FROM migrate.history ORDER BY position"))
                    + "\nsteps\n"
                    + String.join(
                            "\n",
                            database.rows("SELECT name, direction, number, digest FROM migrate.step"
                                    + " ORDER BY name, direction, number"))
                    + "\nrows "
                    + database.rows("SELECT count(*), md5(string_agg(to_jsonb(p)::text, '' ORDER BY id)) FROM poll p");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** No index is INVALID, no lock is held, no session of a run is left. */
    static void assertNothingIsLeft(TestDatabase database) {
        assertThat(database.rows("SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid"))
                .isEmpty();
        assertThat(soonEmpty(
                        database,
                        "SELECT application_name, state, query FROM pg_stat_activity"
                                + " WHERE application_name LIKE 'migrate %' AND datname = current_database()",
                        Duration.ofSeconds(2)))
                .as("sessions of a run that has ended")
                .isEmpty();
        assertThat(database.rows("SELECT locktype, mode FROM pg_locks WHERE locktype = 'advisory'"
                        + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"))
                .isEmpty();
    }

    /** The rows of a query that has none soon: a server's process ends a moment after its client. */
    static List<String> soonEmpty(TestDatabase database, String sql, Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        List<String> rows = database.rows(sql);
        while (!rows.isEmpty() && System.nanoTime() < deadline) {
            pause(20);
            rows = database.rows(sql);
        }
        return rows;
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}

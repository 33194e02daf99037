package dev.migrate.engine.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.engine.Migrate;
import dev.migrate.engine.Setting;
import dev.migrate.engine.event.Event;
import dev.migrate.engine.kit.CuttingProxy;
import dev.migrate.engine.kit.CuttingProxy.Loss;
import dev.migrate.engine.kit.Proofs;
import dev.migrate.engine.kit.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The connection breaks at COMMIT, before the server has it or after it is done: the same run goes on by what the history
 * says, nothing is done twice and nothing left out.
 */
class LostAnswerTest {
    @TempDir
    static Path folder;

    private static TwentyMigrations twenty;

    @BeforeAll
    static void compile() {
        twenty = new TwentyMigrations(folder);
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUEST", "ANSWER"})
    void theRunGoesOnByTheHistory(Loss loss) {
        TestDatabase calm = twenty.database(false);
        int commits;
        try (CuttingProxy proxy = new CuttingProxy(calm.url(), Loss.NOTHING, 0)) {
            applyThrough(proxy, calm, new ArrayList<>());
            commits = proxy.commits();
        }
        assertThat(commits).isGreaterThan(20);
        String expected = TwentyMigrations.state(calm);
        calm.drop();
        int times = Proofs.times(2, 20);
        for (int number = 1; number <= times; number++) {
            int wanted = 1 + (number - 1) * (commits - 1) / Math.max(1, times - 1);
            TestDatabase database = twenty.database(false);
            List<Event> events = new ArrayList<>();
            try (CuttingProxy proxy = new CuttingProxy(database.url(), loss, wanted)) {
                applyThrough(proxy, database, events);
            }
            String what = loss + " of COMMIT " + wanted + " of " + commits;
            assertThat(TwentyMigrations.state(database)).as(what).isEqualTo(expected);
            assertThat(events)
                    .as(what)
                    .filteredOn(event -> event instanceof Event.Warning warning
                            && warning.text().startsWith("the connection was lost"))
                    .hasSize(1);
            TwentyMigrations.assertNothingIsLeft(database);
            database.drop();
        }
        Proofs.report("lost " + loss + " at COMMIT: " + times + " of " + commits + ", all resolved");
    }

    private static void applyThrough(CuttingProxy proxy, TestDatabase database, List<Event> events) {
        String url = proxy.through(database.url());
        new Migrate(database.settings().set(Setting.URL, url).build(), twenty.project(), events::add).apply();
    }
}

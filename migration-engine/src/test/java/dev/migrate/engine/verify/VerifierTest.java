package dev.migrate.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.core.migration.Check;
import dev.migrate.core.migration.Kind;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.Place;
import dev.migrate.core.migration.Step;
import dev.migrate.core.recipe.IndexConcurrently;
import dev.migrate.engine.embedded.TestDatabase;
import dev.migrate.engine.embedded.TestServer;
import dev.migrate.engine.event.Event;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerifierTest {
    private static final Place PLACE = Place.line("polls/V2_AddPriority.java", 24);

    private final List<Event> events = new ArrayList<>();
    private TestDatabase database;
    private Connection connection;

    @BeforeEach
    void connect() throws Exception {
        database = TestServer.get().database();
        connection = database.connect();
        database.execute("CREATE TABLE poll (id int, priority int);"
                + "INSERT INTO poll SELECT i, -i FROM generate_series(1, 12) i");
    }

    @AfterEach
    void drop() throws Exception {
        connection.close();
        database.close();
    }

    @Test
    void showsTheFirstViolatingRows() {
        VerifyResult result = verify(noRows("SELECT id, priority FROM poll WHERE priority < 0 ORDER BY id"));
        assertThat(result.failed()).isTrue();
        assertThat(result.verdicts().get(0).rows()).hasSize(10);
        assertThat(result.text()).isEqualTo("""
                        V2_AddPriority: a check does not hold (polls/V2_AddPriority.java:24)
                            needed: no rows from SELECT id, priority FROM poll WHERE priority < 0 ORDER BY id
                            found:  rows were found
                                    id = 1, priority = -1
                                    id = 2, priority = -2
                                    id = 3, priority = -3
                                    id = 4, priority = -4
                                    id = 5, priority = -5
                                    id = 6, priority = -6
                                    id = 7, priority = -7
                                    id = 8, priority = -8
                                    id = 9, priority = -9
                                    id = 10, priority = -10
                                    and others
                        0 of 1 check holds""");
    }

    @Test
    void holdsWhenTheDataAreRight() {
        VerifyResult result =
                verify(noRows("SELECT id FROM poll WHERE priority > 0"), holds("SELECT count(*) = 12 FROM poll"));
        assertThat(result.failed()).isFalse();
        assertThat(result.text()).isEqualTo("2 of 2 checks hold");
        assertThat(events)
                .containsExactly(
                        new Event.Verdict("V2_AddPriority", "SELECT id FROM poll WHERE priority > 0", true),
                        new Event.Verdict("V2_AddPriority", "SELECT count(*) = 12 FROM poll", true));
    }

    @Test
    void falseNullAndTooManyAnswersDoNotHold() {
        VerifyResult result = verify(
                holds("SELECT false"),
                holds("SELECT NULL::boolean"),
                holds("SELECT true FROM poll"),
                holds("SELECT true, true"),
                holds("SELECT true WHERE false"));
        assertThat(result.verdicts()).extracting(Verdict::holds).containsOnly(false);
    }

    @Test
    void aCheckThatCannotRunDoesNotHoldAndTheNextOneIsRun() {
        VerifyResult result = verify(noRows("SELECT nothing FROM poll"), holds("SELECT true"));
        assertThat(result.verdicts()).extracting(Verdict::holds).containsExactly(false, true);
        assertThat(result.verdicts().get(0).why()).contains("column \"nothing\" does not exist");
    }

    @Test
    void aCheckCannotWrite() throws Exception {
        VerifyResult result = verify(noRows("DELETE FROM poll RETURNING id"));
        assertThat(result.verdicts().get(0).why()).contains("read-only transaction");
        assertThat(database.text("SELECT count(*) FROM poll")).isEqualTo("12");
    }

    @Test
    void aSlowCheckIsStopped() {
        VerifyResult result = new Verifier(connection, Duration.ofMillis(100), events::add)
                .verify(List.of(migration(List.of(holds("SELECT pg_sleep(20) IS NOT NULL")), List.of())));
        assertThat(result.verdicts().get(0).why()).isEqualTo("it took longer than 100 ms");
    }

    @Test
    void anInvalidIndexOfARecipeIsFound() throws Exception {
        Step index = new Step.RecipeUse(
                new IndexConcurrently(
                        "poll_unique", "poll", List.of("priority"), List.of(), true, "btree", Optional.empty()),
                PLACE);
        assertThat(new Verifier(connection, Duration.ofSeconds(5), events::add)
                        .verify(List.of(migration(List.of(), List.of(index))))
                        .failed())
                .isFalse();
        database.execute("UPDATE poll SET priority = 1");
        try {
            database.execute("CREATE UNIQUE INDEX CONCURRENTLY poll_unique ON poll (priority)");
        } catch (java.sql.SQLException duplicates) {
            assertThat(duplicates.getMessage()).contains("could not create unique index");
        }
        VerifyResult result = new Verifier(connection, Duration.ofSeconds(5), events::add)
                .verify(List.of(migration(List.of(), List.of(index))));
        assertThat(result.text()).contains("invalid_index = poll_unique");
    }

    private VerifyResult verify(Check... checks) {
        return new Verifier(connection, Duration.ofSeconds(5), events::add)
                .verify(List.of(migration(List.of(checks), List.of())));
    }

    private static Check noRows(String query) {
        return new Check(Check.Form.NO_ROWS, query, PLACE);
    }

    private static Check holds(String query) {
        return new Check(Check.Form.HOLDS, query, PLACE);
    }

    private static Migration migration(List<Check> checks, List<Step> up) {
        return new Migration(
                "polls.V2_AddPriority",
                "V2_AddPriority",
                Optional.of("polls"),
                OptionalInt.of(15),
                Optional.empty(),
                false,
                List.of(Kind.SAFE),
                Optional.empty(),
                false,
                false,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                up,
                Optional.empty(),
                List.of(),
                checks,
                PLACE);
    }
}

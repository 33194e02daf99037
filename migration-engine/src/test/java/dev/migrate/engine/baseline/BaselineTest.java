package dev.migrate.engine.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.migration.Kind;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.Place;
import dev.migrate.core.plan.Planner;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.database.Session;
import dev.migrate.engine.database.Target;
import dev.migrate.engine.embedded.TestDatabase;
import dev.migrate.engine.embedded.TestServer;
import dev.migrate.engine.history.History;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BaselineTest {
    private final Planner planner = new Planner(
            MigrationGraph.of(Stream.of("V0001_Create", "V0002_Add", "V0010_More")
                    .map(BaselineTest::migration)
                    .toList()),
            "polls");
    private final History history = new History(new History.Scope("migrate", "polls", "public"));
    private TestDatabase database;
    private Session session;

    @BeforeEach
    void connect() throws Exception {
        database = TestServer.get().database();
        database.execute("CREATE TABLE poll (id int)");
        session = Session.open(
                new Target(database.url(), Optional.empty(), Optional.empty(), Duration.ofSeconds(5), false),
                "test",
                Session.Role.RUN,
                Optional.of("public"),
                Duration.ofSeconds(1));
    }

    @AfterEach
    void drop() {
        session.close();
        database.close();
    }

    @Test
    void migrationsUpToTheNamedOneCountAsDone() throws Exception {
        BaselineResult result = adopt(Optional.of("V0002_Add"), Optional.empty());
        assertThat(result.text())
                .isEqualTo("adopted schema public for polls: V0001_Create to V0002_Add count as done (2)");
        assertThat(database.text(
                        "SELECT string_agg(name || ' ' || state, ', ' ORDER BY position) FROM migrate.history"))
                .isEqualTo("V0001_Create baseline, V0002_Add baseline");
        assertThat(planner.pending(history.read(session).recorded(), Optional.empty()))
                .extracting(Migration::simpleName)
                .containsExactly("V0010_More");
    }

    @Test
    void aNumberNamesAMigrationToo() throws Exception {
        assertThat(adopt(Optional.of("10"), Optional.empty()).covered()).hasSize(3);
    }

    @Test
    void withoutALastOneNothingCountsAsDone() throws Exception {
        assertThat(adopt(Optional.empty(), Optional.empty()).covered()).isEmpty();
        assertThat(database.text("SELECT environment FROM migrate.form")).isEqualTo("production");
        assertThat(history.read(session).known()).isTrue();
    }

    @Test
    void anUnknownMigrationChangesNothing() throws Exception {
        assertThatThrownBy(() -> adopt(Optional.of("V3"), Optional.empty()))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("there is no migration V3")
                .hasMessageContaining("found:  V0001_Create to V0010_More");
        assertThat(database.text("SELECT to_regnamespace('migrate') IS NULL")).isEqualTo("t");
    }

    @Test
    void aSecondBaselineIsRefused() throws Exception {
        adopt(Optional.of("1"), Optional.empty());
        assertThatThrownBy(() -> adopt(Optional.of("2"), Optional.empty()))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("has a history of polls already: 1 migration");
    }

    @Test
    void flywaysHistoryIsCopied() throws Exception {
        flyway(true);
        assertThat(ForeignHistory.in(session, "public")).contains(ForeignHistory.FLYWAY);
        BaselineResult result = adopt(Optional.of("1"), Optional.of(ForeignHistory.FLYWAY));
        assertThat(result.text()).endsWith("copied 3 rows of Flyway's history");
        assertThat(database.text(
                        "SELECT string_agg(tool || ' ' || version || ' ' || description || ' ' || checksum, '; '"
                                + " ORDER BY position) FROM migrate.adopted"))
                .isEqualTo("Flyway 1 << Flyway Baseline >> ; Flyway 2 it's here -42; Flyway  views 7");
    }

    @Test
    void aFailedFlywayMigrationIsRefused() throws Exception {
        flyway(false);
        assertThatThrownBy(() -> adopt(Optional.of("1"), Optional.of(ForeignHistory.FLYWAY)))
                .isInstanceOf(UserFailure.class)
                .hasMessageStartingWith("Flyway's history has a failed migration: 2 (it's here)");
        assertThat(database.text("SELECT to_regnamespace('migrate') IS NULL")).isEqualTo("t");
    }

    @Test
    void liquibasesHistoryIsCopiedUnlessItsLockIsHeld() throws Exception {
        database.execute("CREATE TABLE databasechangelog (id varchar(255), author varchar(255), filename varchar(255),"
                + " dateexecuted timestamp, orderexecuted int, exectype varchar(10), md5sum varchar(35));"
                + "INSERT INTO databasechangelog VALUES ('1', 'ann', 'db/a.xml', '2024-01-01', 1, 'EXECUTED', '9:ab');"
                + "CREATE TABLE databasechangeloglock (id int, locked boolean, lockgranted timestamp, lockedby varchar(255));"
                + "INSERT INTO databasechangeloglock VALUES (1, true, '2024-01-02 03:04:05', 'host (10.0.0.1)')");
        assertThatThrownBy(() -> adopt(Optional.empty(), Optional.of(ForeignHistory.LIQUIBASE)))
                .isInstanceOf(UserFailure.class)
                .hasMessageStartingWith("Liquibase's lock is held by host (10.0.0.1) since 2024-01-02 03:04:05");
        database.execute("UPDATE databasechangeloglock SET locked = false");
        assertThat(adopt(Optional.empty(), Optional.of(ForeignHistory.LIQUIBASE))
                        .copied())
                .isEqualTo(1);
        assertThat(database.text("SELECT version || ' ' || description || ' ' || applied_by FROM migrate.adopted"))
                .isEqualTo("1 db/a.xml by ann ann");
    }

    @Test
    void aHistoryThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> adopt(Optional.empty(), Optional.of(ForeignHistory.FLYWAY)))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("there is no history of Flyway in schema public");
    }

    private void flyway(boolean success) throws Exception {
        database.execute("CREATE TABLE flyway_schema_history (installed_rank int PRIMARY KEY, version varchar(50),"
                + " description varchar(200), type varchar(20), script varchar(1000), checksum int, installed_by varchar(100),"
                + " installed_on timestamp DEFAULT now(), execution_time int, success boolean);"
                + "INSERT INTO flyway_schema_history VALUES"
                + " (1, '1', '<< Flyway Baseline >>', 'BASELINE', 'x', NULL, 'me', '2024-01-01', 0, true),"
                + " (2, '2', 'it''s here', 'SQL', 'V2__it.sql', -42, 'me', '2024-01-02', 5, " + success + "),"
                + " (3, NULL, 'views', 'SQL', 'R__views.sql', 7, 'me', '2024-01-03', 5, true)");
    }

    private BaselineResult adopt(Optional<String> last, Optional<ForeignHistory> source) {
        return Baseline.adopt(
                session, history, history.read(session), planner, new Baseline.Order(last, source, "production", "me"));
    }

    private static Migration migration(String name) {
        return new Migration(
                "polls." + name,
                name,
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
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Place.line("polls/" + name + ".java", 1));
    }
}

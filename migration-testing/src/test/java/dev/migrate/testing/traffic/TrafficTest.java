package dev.migrate.testing.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.engine.embedded.TestDatabase;
import dev.migrate.engine.embedded.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A judge is judged by the wrongs it must see: a stall, a lost write, a failed request. */
class TrafficTest {
    private static final Map<String, String> KEYS = Map.of("account", "id");

    private TestDatabase database;

    @BeforeEach
    void make() throws SQLException {
        database = TestServer.get().database();
        database.execute("CREATE TABLE account (id int PRIMARY KEY, balance int NOT NULL, note text)");
        database.execute("INSERT INTO account SELECT g, 0, 'n' FROM generate_series(1, 1000) g");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private static TableTraffic accounts() {
        return TableTraffic.of("account", "id", 1000)
                .writing("balance", random -> random.nextInt(1_000_000))
                .reading("note");
    }

    private Traffic traffic() {
        return Traffic.on(database.url())
                .release(accounts().release("old"), 2)
                .release(accounts().selectingStar().release("new"), 2)
                .rate(400);
    }

    @Test
    void losesNothingWhereNothingHappens() throws Exception {
        try (TrafficRun run = traffic().start()) {
            Thread.sleep(1500);
            TrafficReport report = run.end();
            assertThat(report.failures()).isEmpty();
            assertThat(report.all().count()).isBetween(400L, 800L);
            assertThat(report.ledger().acknowledged()).isGreaterThan(200);
            assertThat(report.longestStallOfOurs()).isZero();
            assertThat(report.text())
                    .contains("failed requests: 0")
                    .contains("old")
                    .contains("new");
            assertThat(lost(report, Ledger.Naming.unchanged())).isEmpty();
        }
    }

    @Test
    void seesTheStallThatAMigrationCausesAndHowLongItWas() throws Exception {
        try (TrafficRun run = traffic().start()) {
            Thread.sleep(300);
            lockFor("migrate test", 500);
            Thread.sleep(300);
            TrafficReport report = run.end();
            assertThat(report.longestStallOfOurs()).isBetween(Duration.ofMillis(350), Duration.ofMillis(900));
            assertThat(report.all().longest()).isGreaterThan(Duration.ofMillis(400));
            assertThat(report.failures()).isEmpty();
        }
    }

    @Test
    void doesNotBlameTheMigrationForAGuest() throws Exception {
        Traffic traffic = traffic().guest(new Guest("locker", Duration.ofSeconds(9), (first, second) -> {
            first.setAutoCommit(false);
            execute(first, "LOCK TABLE account");
            Thread.sleep(300);
            first.rollback();
        }));
        try (TrafficRun run = traffic.start()) {
            Thread.sleep(1000);
            TrafficReport report = run.end();
            assertThat(report.stalls()).isNotEmpty();
            assertThat(report.stalls().get(0).blockers()).contains("guest locker");
            assertThat(report.longestStallOfOurs()).isZero();
        }
    }

    @Test
    void namesTheMigrationThatQueuesBehindAGuest() throws Exception {
        Traffic traffic =
                traffic().guest(Guest.idleInTransaction("account", Duration.ofMillis(900), Duration.ofSeconds(9)));
        try (TrafficRun run = traffic.start()) {
            Thread.sleep(300);
            lockFor("migrate test", 1);
            Thread.sleep(200);
            assertThat(run.end().longestStallOfOurs()).isGreaterThan(Duration.ofMillis(300));
        }
    }

    @Test
    void seesAWriteThatWasAcknowledgedAndIsGone() throws Exception {
        try (TrafficRun run = traffic().start()) {
            Thread.sleep(1000);
            TrafficReport report = run.end();
            database.execute("UPDATE account SET balance = -1");
            assertThat(lost(report, Ledger.Naming.unchanged()))
                    .hasSizeGreaterThan(50)
                    .allMatch(line -> line.contains("found {balance=Optional[-1]}"));
            database.execute("DELETE FROM account");
            assertThat(lost(report, Ledger.Naming.unchanged()))
                    .isNotEmpty()
                    .allMatch(line -> line.endsWith("found no row"));
        }
    }

    @Test
    void followsARenamedColumn() throws Exception {
        try (TrafficRun run = traffic().start()) {
            Thread.sleep(500);
            TrafficReport report = run.end();
            database.execute("ALTER TABLE account RENAME balance TO amount");
            assertThat(lost(report, Ledger.Naming.unchanged().renamed("account", "balance", "amount")))
                    .isEmpty();
        }
    }

    @Test
    void countsFailedRequestsByTheirState() throws Exception {
        try (TrafficRun run = traffic().start()) {
            Thread.sleep(300);
            database.execute("ALTER TABLE account RENAME balance TO amount");
            Thread.sleep(300);
            TrafficReport report = run.end();
            assertThat(report.failuresBySqlState()).containsKey("42703");
        }
    }

    @Test
    void goesOnAfterItsConnectionsAreCut() throws Exception {
        try (TrafficRun run = traffic().start()) {
            Thread.sleep(500);
            long before = run.ledger().acknowledged();
            database.text("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                    + " WHERE application_name LIKE 'traffic old%' OR application_name LIKE 'traffic new%'");
            Thread.sleep(700);
            TrafficReport report = run.end();
            assertThat(report.failures()).isNotEmpty();
            assertThat(report.ledger().acknowledged()).isGreaterThan(before + 50);
            assertThat(lost(report, Ledger.Naming.unchanged())).isEmpty();
        }
    }

    @Test
    void aDeadlockingGuestDisturbsNobodysLedger() throws Exception {
        Traffic traffic =
                traffic().guest(Guest.deadlockingWriter("account", "id", 1, 2, "note", Duration.ofMillis(10)));
        try (TrafficRun run = traffic.start()) {
            Thread.sleep(2500);
            TrafficReport report = run.end();
            assertThat(report.failures()).isEmpty();
            assertThat(lost(report, Ledger.Naming.unchanged())).isEmpty();
        }
        assertThat(Integer.parseInt(
                        database.text("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")))
                .isPositive();
    }

    @Test
    void comparesWithAndWithoutAChangeInTurn() throws Exception {
        Comparison comparison =
                Comparison.play(traffic(), 2, Duration.ofMillis(400), number -> lockFor("migrate " + number, 400));
        assertThat(comparison.undisturbed()).hasSize(2);
        assertThat(comparison.ratio(99.9)).isGreaterThan(3);
    }

    private java.util.List<String> lost(TrafficReport report, Ledger.Naming naming) throws SQLException {
        try (Connection connection = database.connect()) {
            return report.ledger().lost(connection, KEYS, naming);
        }
    }

    private void lockFor(String applicationName, long millis) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", applicationName);
        try (Connection connection = DriverManager.getConnection(database.url(), properties)) {
            connection.setAutoCommit(false);
            execute(connection, "LOCK TABLE account");
            Thread.sleep(millis);
            connection.rollback();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

package dev.migrate.benchmarks.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.benchmarks.NotMeasured;
import dev.migrate.benchmarks.Report.Counted;
import dev.migrate.benchmarks.server.LoggedStatement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementCostsTest {
    private final List<LoggedStatement> log = new ArrayList<>();

    @Test
    void chargesAMigrationWithWhatLiesBetweenTwo() {
        once("SELECT 'connect'", "SELECT 'read the history'");
        for (int n = 1; n <= 4; n++) {
            migration(n);
            once("SELECT pg_advisory_unlock(" + n + ")");
        }
        StatementCosts costs = new StatementCosts(log);
        assertThat(costs.perMigration()).isEqualTo(5);
        assertThat(costs.transactionsPerMigration()).isEqualTo(2);
        assertThat(costs.mostInTransaction()).isEqualTo(4);
        assertThat(costs.total()).isEqualTo(2 + 4 * 5);
        assertThat(costs.transactions()).isEqualTo(2 + 4 * 2);
    }

    @Test
    void namesWhatTheCostIsMadeOf() {
        once("SELECT 'connect'");
        for (int n = 1; n <= 4; n++) {
            migration(n);
            once("SELECT pg_advisory_unlock(" + n + ")");
        }
        assertThat(new StatementCosts(log).grouped("apply"))
                .contains(
                        new Counted("apply", StatementCosts.ONCE, 1, 0.25, "SELECT ?"),
                        new Counted("apply", StatementCosts.BESIDE, 4, 1, "SELECT pg_advisory_unlock(#)"),
                        new Counted("apply", StatementCosts.IN_TRANSACTION, 4, 1, "INSERT INTO history VALUES (#)"))
                .hasSize(6);
    }

    @Test
    void isNotMeasuredWhereTheLogShowsNoMigrations() {
        once("SELECT 1");
        assertThatThrownBy(() -> new StatementCosts(log).perMigration())
                .isInstanceOf(NotMeasured.class)
                .hasMessageContaining("the log shows 0 migrations");
    }

    @Test
    void knowsTheStatementHoweverItIsWritten() {
        assertThat(AddColumn.is(new AddColumn(7).sql())).isTrue();
        assertThat(AddColumn.is("alter table \"account_07\" add \"c0007\" int")).isTrue();
        assertThat(AddColumn.is("alter table public.account_07 add column c0007 int"))
                .isTrue();
        assertThat(AddColumn.is("INSERT INTO history VALUES ('alter table account_07 add c0007 int')"))
                .isFalse();
        assertThat(AddColumn.locks("LOCK TABLE \"account_07\" IN ACCESS EXCLUSIVE MODE"))
                .isTrue();
        assertThat(AddColumn.locks("SELECT to_regclass('account_07')")).isFalse();
    }

    @Test
    void countsRoundTripsFromTheFirstLockToTheEnd() {
        List<List<String>> flights = List.of(
                List.of("BEGIN", "SELECT 1"),
                List.of(new AddColumn(1).sql()),
                List.of("INSERT INTO history VALUES (1)"),
                List.of("COMMIT"),
                List.of("BEGIN", new AddColumn(2).sql(), "COMMIT"));
        assertThat(LockedRoundTrips.most(List.of(flights))).isEqualTo(3);
        assertThat(LockedRoundTrips.most(List.of(flights.subList(4, 5)))).isEqualTo(1);
        assertThatThrownBy(() -> LockedRoundTrips.most(List.of(flights.subList(0, 1))))
                .isInstanceOf(NotMeasured.class);
    }

    private void migration(int number) {
        String transaction = "3/" + (1000 + number);
        List.of("BEGIN", new AddColumn(number).sql(), "INSERT INTO history VALUES (" + number + ")", "COMMIT")
                .forEach(text -> log.add(new LoggedStatement("accounts", "9", transaction, text)));
    }

    private void once(String... texts) {
        for (String text : texts) {
            log.add(new LoggedStatement("accounts", "9", "3/" + log.size(), text));
        }
    }
}

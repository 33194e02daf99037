package dev.migrate.testing.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerLogTest {
    @Test
    void readsWaitsWithTheirBlockers() {
        String log = """
                2026-01-01 LOG:  process 71 still waiting for AccessExclusiveLock on relation 16384 of database 5 after 10.123 ms
                2026-01-01 DETAIL:  Process holding the lock: 70. Wait queue: 71.
                2026-01-01 LOG:  process 72 still waiting for RowExclusiveLock on relation 16384 of database 5 after 10.500 ms
                2026-01-01 DETAIL:  Process holding the lock: 70. Wait queue: 71, 72.
                2026-01-01 LOG:  process 72 acquired RowExclusiveLock on relation 16384 of database 5 after 55.250 ms
                2026-01-01 LOG:  duration: 3 ms
                """;

        List<ServerLog.LockWait> waits = ServerLog.lockWaits(log.lines());

        assertThat(waits)
                .containsExactly(
                        new ServerLog.LockWait(72, List.of(70, 71), Duration.ofNanos(55_250_000), true),
                        new ServerLog.LockWait(71, List.of(70), Duration.ofNanos(10_123_000), false));
    }

    @Test
    void readsSeveralHolders() {
        String log = """
                LOG:  process 9 still waiting for AccessExclusiveLock on relation 1 of database 5 after 11.000 ms
                DETAIL:  Processes holding the lock: 4, 5. Wait queue: 9.
                """;

        assertThat(ServerLog.lockWaits(log.lines()).get(0).blockers()).containsExactly(4, 5);
    }
}

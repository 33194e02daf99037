package dev.migrate.benchmarks.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ServerLogTest {
    @Test
    void countsAnExecuteOnceAndNeitherParametersNorFetches() {
        assertThat(texts("""
                        entry|shop|12|3/7|LOG:  execute <unnamed>: BEGIN
                        entry|shop|12|3/7|LOG:  execute S_1/C_2: SELECT a
                        \tFROM b
                        entry|shop|12|3/7|DETAIL:  parameters: $1 = 'x'
                        entry|shop|12|3/7|LOG:  execute fetch from S_1/C_2: SELECT a FROM b
                        entry|shop|12|3/7|LOG:  duration: 1 ms""")).containsExactly("BEGIN", "SELECT a\nFROM b");
    }

    @Test
    void tellsTheStatementsOfASimpleQueryApart() {
        assertThat(texts("entry|shop|12|3/7|LOG:  statement: BEGIN; SELECT ';'; COMMIT"))
                .containsExactly("BEGIN", "SELECT ';'", "COMMIT");
    }

    @Test
    void keepsDatabaseProcessAndTransaction() {
        assertThat(ServerLog.statements(List.of("entry|shop|12|3/7|LOG:  statement: SELECT 1")))
                .containsExactly(new LoggedStatement("shop", "12", "3/7", "SELECT 1"));
    }

    @Test
    void passesOverWhatOthersLog() {
        assertThat(texts("""
                        entry||11||LOG:  checkpoint starting: time
                        entry|shop|12|3/7|ERROR:  relation "b" does not exist
                        entry|shop|12|3/7|STATEMENT:  SELECT a FROM b
                        no entry at all""")).isEmpty();
    }

    private static List<String> texts(String log) {
        return ServerLog.statements(log.lines().toList()).stream()
                .map(LoggedStatement::text)
                .toList();
    }
}

package dev.migrate.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.engine.embedded.TestDatabase;
import dev.migrate.engine.embedded.TestServer;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Runs on whichever server {@code -Dpostgres} names; where Docker is asked for and absent it is skipped, and the report
 * says why. {@code scripts/testcontainers-proof} runs it on Testcontainers.
 */
class ServerChoiceTest {
    private static final int MAJOR = 15;
    private static final String CHOICE = System.getProperty("postgres", "embedded");

    @BeforeAll
    static void theServerCanBeHad() {
        assumeTrue(
                TestServer.unavailable().isEmpty(),
                () -> "skipped, -Dpostgres=" + CHOICE + ": "
                        + TestServer.unavailable().orElse(""));
    }

    @Test
    void isTheServerThatWasAskedFor() throws SQLException {
        try (TestDatabase database = TestServer.get(MAJOR).database()) {
            String data = String.valueOf(database.text("SHOW data_directory"));
            switch (CHOICE) {
                case "embedded" -> assertThat(data).contains("target").endsWith("/pg" + MAJOR);
                case "testcontainers" -> assertThat(data).isEqualTo("/var/lib/postgresql/data");
                default -> assertThat(data).isNotBlank();
            }
            if (!CHOICE.equals("url")) {
                assertThat(database.text("SHOW server_version_num")).startsWith(String.valueOf(MAJOR));
            }
            System.out.println("runs on " + database.text("SELECT version()") + " (-Dpostgres=" + CHOICE + ")");
        }
    }

    @Test
    void isTheSameServerForEveryTestOfAVersion() {
        assertThat(TestServer.get(MAJOR)).isSameAs(TestServer.get(MAJOR));
    }

    @Test
    void givesEachTestADatabaseOfItsOwn() throws SQLException {
        try (TestDatabase one = TestServer.get(MAJOR).database();
                TestDatabase other = TestServer.get(MAJOR).database()) {
            one.execute("CREATE TABLE t (id int)");
            assertThat(other.text("SELECT to_regclass('t')")).isNull();
        }
    }
}

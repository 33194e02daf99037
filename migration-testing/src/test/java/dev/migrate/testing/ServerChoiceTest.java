package dev.migrate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Runs on whichever server {@code -Dpostgres} names; where Docker is asked for and absent it is skipped, and the report
 * says why. {@code scripts/testcontainers-proof} runs it on Testcontainers.
 */
class ServerChoiceTest {
    private static final int MAJOR = 15;
    private static final String CHOICE = System.getProperty("postgres", "embedded");

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.of(MAJOR);
    }

    @Test
    void isTheServerThatWasAskedFor() throws SQLException {
        try (Connection connection = server.connect("postgres")) {
            String data = value(connection, "SHOW data_directory");
            switch (CHOICE) {
                case "embedded" ->
                    assertThat(data).contains("target/migrate/test").endsWith("/pg" + MAJOR);
                case "testcontainers" -> assertThat(data).isEqualTo("/var/lib/postgresql/data");
                default -> assertThat(data).isNotBlank();
            }
            if (!CHOICE.equals("url")) {
                assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(MAJOR);
            }
            System.out.println("runs on " + value(connection, "SELECT version()") + " (-Dpostgres=" + CHOICE + ")");
        }
    }

    @Test
    void isTheSameServerForEveryTestOfAVersion() {
        assertThat(TestServer.of(MAJOR)).isSameAs(server);
    }

    @Test
    void givesEachTestADatabaseOfItsOwn() throws SQLException {
        server.administer("DROP DATABASE IF EXISTS server_choice");
        server.administer("CREATE DATABASE server_choice");
        try (Connection connection = server.connect("server_choice")) {
            assertThat(value(connection, "SELECT current_database()")).isEqualTo("server_choice");
        } finally {
            server.administer("DROP DATABASE server_choice WITH (FORCE)");
        }
    }

    private static String value(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}

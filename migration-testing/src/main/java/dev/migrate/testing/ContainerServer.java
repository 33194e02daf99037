package dev.migrate.testing;

import org.opentest4j.TestAbortedException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** A server in Docker; loaded only with {@code -Dpostgres=testcontainers}, since Testcontainers is optional. */
final class ContainerServer {
    private ContainerServer() {}

    /**
     * Starts a container. {@code -Dpostgres.image} names another image than {@code postgres:<major>}.
     *
     * @throws TestAbortedException if Docker cannot be used: the test is skipped, and the report says why
     */
    static TestServer start(int major) {
        String reason = unavailable();
        if (!reason.isEmpty()) {
            throw new TestAbortedException("skipped: -Dpostgres=testcontainers, but Docker cannot be used: " + reason);
        }
        DockerImageName image = DockerImageName.parse(System.getProperty("postgres.image", "postgres:" + major))
                .asCompatibleSubstituteFor("postgres");
        PostgreSQLContainer container = new PostgreSQLContainer(image);
        container.start();
        String url = "jdbc:postgresql://" + container.getHost() + ":" + container.getFirstMappedPort() + "/%s";
        return new TestServer(url, container.getUsername(), container.getPassword());
    }

    private static String unavailable() {
        try {
            DockerClientFactory.instance().client();
            return "";
        } catch (IllegalStateException | LinkageError none) {
            return String.valueOf(none.getMessage()).lines().findFirst().orElse("no Docker found");
        }
    }
}

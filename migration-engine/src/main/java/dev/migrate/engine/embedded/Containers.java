package dev.migrate.engine.embedded;

import dev.migrate.engine.MigrateException.UserFailure;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

/** Testcontainers by reflection: it is on the class path of those who want it, and of nobody else. */
final class Containers {
    private static final String CONTAINER = "org.testcontainers.postgresql.PostgreSQLContainer";
    private static final String FACTORY = "org.testcontainers.DockerClientFactory";

    private Containers() {}

    /** Why no container can be started; empty if one can. */
    static Optional<String> unavailable() {
        try {
            Object factory = Class.forName(FACTORY).getMethod("instance").invoke(null);
            boolean docker = Boolean.TRUE.equals(
                    factory.getClass().getMethod("isDockerAvailable").invoke(factory));
            return docker ? Optional.empty() : Optional.of("Testcontainers finds no Docker engine");
        } catch (ClassNotFoundException missing) {
            return Optional.of("org.testcontainers:testcontainers-postgresql is not on the class path");
        } catch (ReflectiveOperationException | LinkageError failed) {
            return Optional.of("Testcontainers cannot be used: " + rootOf(failed));
        }
    }

    /** Starts a container, which Testcontainers ends with this process, and gives its superuser's URL. */
    static String start(int major) {
        String image = System.getProperty("postgres.image", "postgres:" + major);
        try {
            Object container =
                    Class.forName(CONTAINER).getConstructor(String.class).newInstance(image);
            call(container, "start");
            String url = call(container, "getJdbcUrl");
            return url + (url.contains("?") ? "&" : "?") + "user=" + call(container, "getUsername") + "&password="
                    + call(container, "getPassword");
        } catch (ReflectiveOperationException | LinkageError failed) {
            throw new UserFailure(
                    failed,
                    "the container " + image + " cannot be started",
                    "found:  " + unavailable().orElseGet(() -> rootOf(failed)),
                    "or:     -Dpostgres=embedded, the default");
        }
    }

    private static String call(Object target, String method) throws ReflectiveOperationException {
        return String.valueOf(target.getClass().getMethod(method).invoke(target));
    }

    private static String rootOf(Throwable failed) {
        Throwable cause =
                failed instanceof InvocationTargetException && failed.getCause() != null ? failed.getCause() : failed;
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse(cause.toString());
    }
}

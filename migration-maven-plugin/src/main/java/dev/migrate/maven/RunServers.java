package dev.migrate.maven;

import dev.migrate.engine.embedded.EmbeddedDatabase;
import dev.migrate.engine.embedded.EmbeddedPostgres;
import dev.migrate.engine.event.Events;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.SessionData;

/**
 * The embedded servers of one Maven run: started by the first goal that wants one, used by the later goals and modules,
 * ended with the run. What is kept is made of JDK types, because two modules can have two class loaders of this plugin.
 */
final class RunServers {
    /** The project property that later plugins of the run read, jOOQ's generator for one. */
    static final String URL_PROPERTY = "migrate.embedded.url";

    /** The server's port on loopback, for an URL of one's own. */
    static final String PORT_PROPERTY = "migrate.embedded.port";

    private static final String KEY = RunServers.class.getName();

    private final MavenSession session;

    RunServers(MavenSession session) {
        this.session = session;
    }

    /** The database with these data, started if the run has not started it yet. */
    EmbeddedDatabase database(EmbeddedPostgres.Options options, Events events, MavenProject project) {
        String key = options.directory() + " " + options.version().major();
        List<String> parts = running().computeIfAbsent(key, absent -> started(options, events));
        EmbeddedDatabase database = new EmbeddedDatabase(parts.get(0), parts.get(1), parts.get(2));
        publish(database, project);
        return database;
    }

    private List<String> started(EmbeddedPostgres.Options options, Events events) {
        EmbeddedPostgres server = EmbeddedPostgres.start(options, events);
        closeAtTheEnd(session.getRequest(), server);
        return List.of(server.url(), server.user(), server.password());
    }

    @SuppressWarnings("unchecked")
    private Map<String, List<String>> running() {
        SessionData data = session.getRepositorySession().getData();
        data.set(KEY, null, new ConcurrentHashMap<String, List<String>>());
        return (Map<String, List<String>>) data.get(KEY);
    }

    /** This module's own; for modules that have none, the first of the run. */
    private void publish(EmbeddedDatabase database, MavenProject project) {
        Map<String, String> properties =
                Map.of(URL_PROPERTY, database.url(), PORT_PROPERTY, String.valueOf(database.port()));
        properties.forEach(project.getProperties()::setProperty);
        for (MavenProject other : session.getProjects()) {
            properties.forEach((name, value) -> setIfAbsent(other.getProperties(), name, value));
        }
    }

    /** Not {@code putIfAbsent}: Maven 4's properties are a view on the model, which hears of {@code setProperty} alone. */
    private static void setIfAbsent(Properties properties, String name, String value) {
        if (properties.getProperty(name) == null) {
            properties.setProperty(name, value);
        }
    }

    /** A listener of the run is the one thing that hears of its end without being an extension of the build. */
    private static synchronized void closeAtTheEnd(MavenExecutionRequest request, AutoCloseable server) {
        ExecutionListener before = request.getExecutionListener();
        request.setExecutionListener((ExecutionListener) Proxy.newProxyInstance(
                ExecutionListener.class.getClassLoader(),
                new Class<?>[] {ExecutionListener.class},
                (proxy, method, arguments) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return identity(proxy, method.getName(), arguments);
                    }
                    try {
                        return before == null ? null : method.invoke(before, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause() == null ? thrown : thrown.getCause();
                    } finally {
                        if (method.getName().equals("sessionEnded")) {
                            server.close();
                        }
                    }
                }));
    }

    private static Object identity(Object proxy, String method, Object[] arguments) {
        return switch (method) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "migrate's embedded servers";
        };
    }
}

package dev.migrate.engine.project;

import dev.migrate.engine.MigrateException.ToolFailure;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.ProjectFiles;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The project's side of the border: its classes, its jOOQ, its {@code migration-api}, under the platform's class loader
 * alone. jOOQ's classes change between minor versions in ways that bytecode notices, so the engine brings none.
 */
final class ProjectLoader implements AutoCloseable {
    private static final String RECORDER = "dev.migrate.api.internal.recorder.Recorder";
    private static final Pattern CLASS_FILE_VERSION = Pattern.compile("class file version (\\d+)");
    private static final int CLASS_FILE_VERSION_OF_JAVA_0 = 44;

    private final URLClassLoader loader;

    ProjectLoader(ProjectFiles files) {
        List<URL> urls = new ArrayList<>();
        urls.add(url(files.classes()));
        files.classPath().forEach(element -> urls.add(url(element)));
        this.loader = new URLClassLoader("project", urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
    }

    /** Has the recorder describe the classes; the maps hold types of the JDK only. */
    List<Map<String, Object>> record(List<String> classNames) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return recorder().apply(classNames);
        } catch (LinkageError unreadable) {
            throw unreadable(unreadable.toString(), unreadable);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @SuppressWarnings("unchecked")
    private Function<List<String>, List<Map<String, Object>>> recorder() {
        try {
            return (Function<List<String>, List<Map<String, Object>>>)
                    loader.loadClass(RECORDER).getDeclaredConstructor().newInstance();
        } catch (ClassNotFoundException absent) {
            throw new UserFailure(
                    absent,
                    "dev.migrate:migration-api is not on the project's runtime class path",
                    "needed: the migrations run with the project's own migration-api and jOOQ",
                    "fix:    add dev.migrate:migration-api and org.jooq:jooq as dependencies of the module that holds"
                            + " the migrations");
        } catch (ReflectiveOperationException impossible) {
            throw new ToolFailure(impossible, "the recorder of migration-api cannot be started");
        }
    }

    /** What to say when a class does not link: mostly a newer JDK or a missing jar. */
    static UserFailure unreadable(String description, Throwable cause) {
        Matcher version = CLASS_FILE_VERSION.matcher(description);
        if (version.find()) {
            int jdk = Integer.parseInt(version.group(1)) - CLASS_FILE_VERSION_OF_JAVA_0;
            return new UserFailure(
                    cause,
                    "the project's classes need JDK " + jdk + ", and this runs on JDK "
                            + Runtime.version().feature(),
                    "found:  " + description,
                    "fix:    run with JDK " + jdk + " (for Maven, JAVA_HOME)");
        }
        boolean jooqIsMissing = description.contains("org/jooq/");
        return new UserFailure(
                cause,
                "a class of the project cannot be linked: " + description,
                jooqIsMissing
                        ? "fix:    add org.jooq:jooq as a dependency of the module that holds the migrations, in the"
                                + " version it was compiled with"
                        : "fix:    compile again, and check that the class's jar is on the runtime class path");
    }

    @Override
    public void close() {
        try {
            loader.close();
        } catch (IOException ignored) {
            // Nothing was written; the jars are closed with the process at the latest.
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalArgumentException(path.toString(), impossible);
        }
    }
}

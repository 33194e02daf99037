package dev.migrate.maven;

import dev.migrate.engine.check.CheckReport;
import dev.migrate.engine.check.CheckResult;
import dev.migrate.engine.check.StoredCheck;
import dev.migrate.engine.output.Format;
import dev.migrate.engine.output.Output;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.SessionData;

/**
 * The findings of all modules of one Maven run, by the file that they are written to: each module adds its own and writes
 * the file anew with all so far, so that the last one leaves the whole, also with {@code -T}. What is kept is made of JDK
 * types, because two modules can have two class loaders of this plugin.
 */
final class ReactorReports {
    private static final String KEY = ReactorReports.class.getName();

    private final MavenSession session;

    ReactorReports(MavenSession session) {
        this.session = session;
    }

    /**
     * Adds a module's findings to a file.
     *
     * @param execution which of the module's executions it is
     * @param root what files are named from
     */
    void add(Format format, Path file, CheckResult result, String execution, Path root) {
        Map<String, Map<String, String>> files = files();
        synchronized (files) {
            Map<String, String> modules = files.computeIfAbsent(
                    format.word() + " " + file.toAbsolutePath().normalize(), absent -> new TreeMap<>());
            modules.put(result.base() + " " + execution, StoredCheck.text(result));
            CheckReport report = new CheckReport(
                    modules.values().stream().map(StoredCheck::read).toList(), root);
            Output.write(format, file, report.in(format));
        }
    }

    /** Whether a module has written findings already: a failure of another one must not replace them. */
    boolean isEmpty() {
        return files().isEmpty();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Map<String, String>> files() {
        SessionData data = session.getRepositorySession().getData();
        data.set(KEY, null, new ConcurrentHashMap<String, Map<String, String>>());
        return (Map<String, Map<String, String>>) data.get(KEY);
    }
}

package dev.migrate.maven;

import dev.migrate.engine.Migrate;
import dev.migrate.engine.MigrateException;
import dev.migrate.engine.MigrateException.ToolFailure;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.ProjectFiles;
import dev.migrate.engine.Result;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import dev.migrate.engine.embedded.EmbeddedDatabase;
import dev.migrate.engine.event.Events;
import dev.migrate.engine.output.Terminal;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * What every goal has: which database, which module, how to show the result. Each parameter is a {@link Setting} and has
 * its name; a test holds them together. Maven alone would let a literal in the POM win over {@code -D}, so the order of
 * precedence is {@link Settings}' own.
 */
@SuppressWarnings("UnusedVariable") // PomParameters reads the parameters by reflection.
abstract class AbstractMigrateMojo extends AbstractMojo {
    /** JDBC URL of the database, or {@code embedded} for a PostgreSQL of its own below target/. */
    @Parameter(property = "migrate.url")
    private @Nullable String url;

    /** Role to connect as; it owns what migrations create. */
    @Parameter(property = "migrate.user")
    private @Nullable String user;

    /** Password of the role; better in settings.xml (serverId) or in the environment (MIGRATE_PASSWORD). */
    @Parameter(property = "migrate.password")
    private @Nullable String password;

    /** Id of the server in settings.xml that holds user and password, encrypted or not. */
    @Parameter(property = "migrate.serverId")
    private @Nullable String serverId;

    /** Schemas to migrate, comma-separated; by default the connection's current schema. */
    @Parameter(property = "migrate.schemas")
    private @Nullable String schemas;

    /** Schema of the tool's own tables; {@code migrate} by default. */
    @Parameter(property = "migrate.historySchema")
    private @Nullable String historySchema;

    /** How long to wait for a connection, such as {@code 10s}. */
    @Parameter(property = "migrate.connectTimeout")
    private @Nullable String connectTimeout;

    /** {@code development} opens the gates of contracts; kept in the history at the first apply. */
    @Parameter(property = "migrate.environment")
    private @Nullable String environment;

    /** Major version of the embedded or shadow PostgreSQL. */
    @Parameter(property = "migrate.serverVersion")
    private @Nullable String serverVersion;

    /** JDBC URL of an empty server to try things on, where the embedded one is not enough. */
    @Parameter(property = "migrate.shadowUrl")
    private @Nullable String shadowUrl;

    /**
     * Form of the result: {@code text} or {@code json}; of check also {@code sarif}, {@code github}, {@code markdown},
     * {@code summary}. Several are separated by commas, each with its file if wanted: {@code text,sarif:out.sarif}.
     */
    @Parameter(property = "migrate.format")
    private @Nullable String format;

    /** File to write the result to instead of the log; a document goes to target/migrate/GOAL.json by default. */
    @Parameter(property = "migrate.output")
    private @Nullable String output;

    /** {@code true} does nothing at all. */
    @Parameter(property = "migrate.skip")
    private @Nullable String skip;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    @Inject
    private RepositorySystem repositories;

    @Inject
    private SettingsDecrypter decrypter;

    /** Runs the goal's command. */
    abstract Result run(Migrate migrate);

    /** What {@code ${name}} in files of SQL stands for. */
    Map<String, String> placeholders() {
        return Map.of();
    }

    /** Whether the command is about the module's compiled migrations. */
    boolean needsClasses(Settings settings) {
        return true;
    }

    /** Whether its result is findings, which have more forms than others. */
    boolean givesFindings() {
        return false;
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        try {
            Settings settings = settings();
            Optional<String> idle = idle(settings);
            if (idle.isPresent()) {
                getLog().info("skipped: " + idle.get());
                return;
            }
            runWith(settings);
        } catch (UserFailure failure) {
            getLog().debug(failure);
            throw new MojoFailureException(failure.getMessage());
        } catch (ToolFailure failure) {
            throw new MojoExecutionException(failure.getMessage(), failure);
        }
    }

    private Optional<String> idle(Settings settings) {
        if (settings.flag(Setting.SKIP)) {
            return Optional.of(Setting.SKIP.property() + " is set");
        }
        return needsClasses(settings) ? module().nothingToDo() : Optional.empty();
    }

    private Module module() {
        return new Module(project, Path.of(session.getExecutionRootDirectory()));
    }

    private Settings settings() {
        Settings given = Settings.builder()
                .commandLine(session.getSystemProperties())
                .commandLine(session.getUserProperties())
                .environment(System.getenv())
                .pom(PomParameters.of(this))
                .placeholders(placeholders(), project.getProperties())
                .build();
        return new ServerCredentials(session.getSettings(), decrypter).addTo(given);
    }

    private void runWith(Settings settings) throws MojoFailureException {
        Module module = module();
        ProjectFiles files = needsClasses(settings) ? module.files() : module.filesWithoutClasses();
        MavenEvents events = new MavenEvents(getLog(), watched());
        Report report = new Report(getLog(), settings, session, goal(files));
        try {
            report.show(run(new Migrate(connected(settings, files, events), files, events, binaries())));
        } catch (MigrateException failure) {
            report.record(failure);
            throw failure;
        }
    }

    private Settings connected(Settings settings, ProjectFiles files, Events events) {
        if (!EmbeddedDatabase.wanted(settings)) {
            return settings;
        }
        return new RunServers(session)
                .database(EmbeddedDatabase.options(settings, files, binaries()), events, project)
                .in(settings);
    }

    private MavenBinaries binaries() {
        return new MavenBinaries(repositories, session.getRepositorySession(), project.getRemotePluginRepositories());
    }

    private Report.Goal goal(ProjectFiles files) {
        return new Report.Goal(
                getClass().getSimpleName().replace("Mojo", "").toLowerCase(Locale.ROOT),
                execution.getExecutionId(),
                givesFindings(),
                files.baseDirectory(),
                files.buildDirectory());
    }

    private boolean watched() {
        return session.getRequest().isInteractiveMode() && Terminal.present();
    }
}

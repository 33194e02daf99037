package dev.migrate.engine.embedded;

import dev.migrate.engine.ProjectFiles;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import java.nio.file.Path;

/**
 * What {@code migrate.url=embedded} stands for: where its server keeps its data, and how to connect to it.
 *
 * @param url JDBC URL with user and password in it, for tools that take nothing else
 */
public record EmbeddedDatabase(String url, String user, String password) {
    private static final String URL = "embedded";

    /** The database of a running server. */
    public static EmbeddedDatabase of(EmbeddedPostgres server) {
        return new EmbeddedDatabase(server.url(), server.user(), server.password());
    }

    /** Whether the settings ask for a server of the tool's own. */
    public static boolean wanted(Settings settings) {
        return settings.text(Setting.URL).filter(URL::equals).isPresent();
    }

    /** What to start for a project. */
    public static EmbeddedPostgres.Options options(Settings settings, ProjectFiles project, PostgresBinaries binaries) {
        PostgresVersion version = PostgresVersion.parse(settings.require(Setting.SERVER_VERSION));
        return EmbeddedPostgres.Options.scratch(version, directory(project)).binaries(binaries);
    }

    /** Where a project's embedded server keeps its data. */
    public static Path directory(ProjectFiles project) {
        return project.buildDirectory().resolve("migrate");
    }

    /** The settings with this database in the place of {@code embedded}; it is for development unless they say other. */
    public Settings in(Settings settings) {
        Settings connected =
                settings.with(Setting.URL, url).with(Setting.USER, user).with(Setting.PASSWORD, password);
        return settings.text(Setting.ENVIRONMENT).isPresent()
                ? connected
                : connected.with(Setting.ENVIRONMENT, "development");
    }

    /** The server's port on loopback. */
    public int port() {
        return java.net.URI.create(url.substring("jdbc:".length())).getPort();
    }

    /** The URL without secrets. */
    @Override
    public String toString() {
        return url.replaceAll("\\?.*", "");
    }
}

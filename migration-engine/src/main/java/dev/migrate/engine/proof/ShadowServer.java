package dev.migrate.engine.proof;

import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.migration.Migration;
import dev.migrate.engine.ProjectFiles;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import dev.migrate.engine.embedded.EmbeddedPostgres;
import dev.migrate.engine.embedded.PostgresBinaries;
import dev.migrate.engine.embedded.PostgresVersion;
import dev.migrate.engine.event.Events;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A server to prove migrations on: the one that {@code migrate.shadowUrl} names, else one of the tool's own. */
public final class ShadowServer implements AutoCloseable {
    private final String url;
    private final String name;
    private final @Nullable EmbeddedPostgres own;

    private ShadowServer(String url, String name, @Nullable EmbeddedPostgres own) {
        this.url = url;
        this.name = name;
        this.own = own;
    }

    /** Starts or finds it. Its version is the one that the settings name, else the oldest that the migrations are for. */
    public static ShadowServer open(
            Settings settings, ProjectFiles files, MigrationGraph graph, PostgresBinaries binaries, Events events) {
        Optional<String> given = settings.text(Setting.SHADOW_URL);
        if (given.isPresent()) {
            return new ShadowServer(given.get(), "the server of " + Setting.SHADOW_URL.property(), null);
        }
        PostgresVersion version = version(settings, graph);
        EmbeddedPostgres server = EmbeddedPostgres.start(
                EmbeddedPostgres.Options.scratch(version, files.buildDirectory().resolve("migrate/shadow"))
                        .binaries(binaries),
                events);
        return new ShadowServer(server.url(), "PostgreSQL " + version.major(), server);
    }

    /** JDBC URL of a database on it, with credentials. */
    public String url() {
        return url;
    }

    /** As a message names it. */
    public String name() {
        return name;
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }

    private static PostgresVersion version(Settings settings, MigrationGraph graph) {
        if (settings.origin(Setting.SERVER_VERSION) != Settings.Origin.DEFAULT) {
            return PostgresVersion.parse(settings.require(Setting.SERVER_VERSION));
        }
        return PostgresVersion.of(graph.migrations().stream()
                .map(Migration::postgres)
                .flatMapToInt(major -> major.stream())
                .max()
                .orElse(PostgresVersion.DEFAULT_MAJOR));
    }
}

package dev.migrate.engine.database;

import dev.migrate.engine.ProjectFiles;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import dev.migrate.engine.embedded.EmbeddedPostgres;
import dev.migrate.engine.embedded.PostgresVersion;
import dev.migrate.engine.event.Events;
import org.jspecify.annotations.Nullable;

/** The database of a command: the one that the settings name, or a server of its own that ends with the command. */
public final class Database implements AutoCloseable {
    /** The value of {@code migrate.url} that asks for a server of its own. */
    public static final String EMBEDDED = "embedded";

    private final Target target;
    private final @Nullable EmbeddedPostgres server;

    private Database(Target target, @Nullable EmbeddedPostgres server) {
        this.target = target;
        this.server = server;
    }

    /**
     * Opens it; nothing is connected yet.
     *
     * @throws dev.migrate.engine.MigrateException.UserFailure if no URL is set, or the server cannot be started
     */
    public static Database open(Settings settings, ProjectFiles files, Events events) {
        if (!settings.require(Setting.URL).equals(EMBEDDED)) {
            return new Database(Target.of(settings), null);
        }
        EmbeddedPostgres server = EmbeddedPostgres.start(
                EmbeddedPostgres.Options.scratch(
                        PostgresVersion.parse(settings.require(Setting.SERVER_VERSION)),
                        files.buildDirectory().resolve("migrate")),
                events);
        return new Database(Target.embedded(server.url(), server.user(), server.password(), settings), server);
    }

    /** Where to connect. */
    public Target target() {
        return target;
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}

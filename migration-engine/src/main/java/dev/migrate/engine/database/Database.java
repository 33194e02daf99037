package dev.migrate.engine.database;

import dev.migrate.engine.ProjectFiles;
import dev.migrate.engine.Settings;
import dev.migrate.engine.embedded.EmbeddedDatabase;
import dev.migrate.engine.embedded.EmbeddedPostgres;
import dev.migrate.engine.embedded.PostgresBinaries;
import dev.migrate.engine.event.Events;
import org.jspecify.annotations.Nullable;

/** The database of a command: the one that the settings name, or a server of its own that ends with the command. */
public final class Database implements AutoCloseable {
    private final Target target;
    private final @Nullable EmbeddedPostgres server;

    private Database(Target target, @Nullable EmbeddedPostgres server) {
        this.target = target;
        this.server = server;
    }

    /**
     * Opens it; nothing is connected yet.
     *
     * @param binaries where those of its own server come from
     *
     * @throws dev.migrate.engine.MigrateException.UserFailure if no URL is set, or the server cannot be started
     */
    public static Database open(Settings settings, ProjectFiles files, PostgresBinaries binaries, Events events) {
        if (!EmbeddedDatabase.wanted(settings)) {
            return new Database(Target.of(settings), null);
        }
        EmbeddedPostgres server = EmbeddedPostgres.start(EmbeddedDatabase.options(settings, files, binaries), events);
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

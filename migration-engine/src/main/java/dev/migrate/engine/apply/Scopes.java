package dev.migrate.engine.apply;

import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.migration.Migration;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import dev.migrate.engine.database.Session;
import dev.migrate.engine.history.History;
import java.util.List;
import java.util.Optional;

/** On which schemas a command works. */
final class Scopes {
    private Scopes() {}

    /** The schemas that the settings name; one absent name stands for the connection's current schema. */
    static List<Optional<String>> schemas(Settings settings) {
        List<Optional<String>> named =
                settings.list(Setting.SCHEMAS).stream().map(Optional::of).toList();
        return named.isEmpty() ? List.of(Optional.empty()) : named;
    }

    /** The scope of a session. */
    static History.Scope of(Settings settings, Session session, String app) {
        return new History.Scope(settings.require(Setting.HISTORY_SCHEMA), app, session.schema());
    }

    /** The oldest major version that the app's migrations were judged for. */
    static int oldestMajor(MigrationGraph graph, String app) {
        return graph.migrations(app).stream()
                .map(Migration::postgres)
                .flatMapToInt(major -> major.stream())
                .max()
                .orElse(13);
    }
}

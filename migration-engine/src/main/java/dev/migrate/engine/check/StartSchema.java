package dev.migrate.engine.check;

import dev.migrate.core.rule.JudgeOptions;
import dev.migrate.core.schema.Schema;
import dev.migrate.core.script.SchemaScript;
import dev.migrate.core.script.ScriptOptions;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.ProjectFiles;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import dev.migrate.engine.catalog.CatalogScript;
import dev.migrate.engine.script.ScriptFolder;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The schema that was there before the first migration: of a live database, or of a dump. What is in it holds rows.
 *
 * @param home the schema that migrations mean by a name without one
 */
record StartSchema(Schema schema, String home) {
    private static final String OF_URL = "url";

    /**
     * Reads {@link Setting#SCHEMA_FROM}; empty where nobody gave it.
     *
     * @throws UserFailure if the file or the database cannot be read
     */
    static Optional<StartSchema> of(Settings settings, ProjectFiles files) {
        return settings.text(Setting.SCHEMA_FROM).map(from -> {
            String home = settings.list(Setting.SCHEMAS).stream().findFirst().orElse(ScriptOptions.PUBLIC);
            return new StartSchema(SchemaScript.schema(text(from, settings, files), home), home);
        });
    }

    /** What the judge is told then. */
    static JudgeOptions options(Optional<StartSchema> start) {
        JudgeOptions standard = JudgeOptions.standard();
        return start.map(from -> standard.startingWith(from.schema())).orElse(standard);
    }

    private static String text(String from, Settings settings, ProjectFiles files) {
        if (from.equals(OF_URL)) {
            settings.require(Setting.URL);
            return CatalogScript.of(settings);
        }
        if (from.startsWith("jdbc:")) {
            return CatalogScript.of(settings.with(Setting.URL, from));
        }
        return dump(from, settings, files);
    }

    private static String dump(String from, Settings settings, ProjectFiles files) {
        String text = ScriptFolder.file(path(from, settings, files), from);
        if (text.startsWith("PGDMP")) {
            throw new UserFailure(
                    from + " is a dump in pg_dump's own format",
                    "found:  " + settings.source(Setting.SCHEMA_FROM),
                    "fix:    pg_dump --schema-only --format=plain, or pg_restore --schema-only --file=schema.sql "
                            + from);
        }
        return text;
    }

    private static Path path(String from, Settings settings, ProjectFiles files) {
        List<String> lines = List.of(
                "found:  " + settings.source(Setting.SCHEMA_FROM),
                "needed: a file of pg_dump --schema-only, a JDBC URL, or `url` for the database of "
                        + Setting.URL.property());
        try {
            Path path = files.baseDirectory().resolve(from);
            if (Files.isRegularFile(path)) {
                return path;
            }
            throw new UserFailure("there is no file " + from, lines.toArray(String[]::new));
        } catch (InvalidPathException malformed) {
            throw new UserFailure(malformed, "there is no file " + from, lines.toArray(String[]::new));
        }
    }
}

package dev.migrate.maven;

import dev.migrate.engine.Migrate;
import dev.migrate.engine.Result;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import java.util.HashMap;
import java.util.Map;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Judges the compiled migrations, and proves on a scratch PostgreSQL that they apply and that their way back leads back.
 * With {@code migrate.locations} it judges folders of SQL files and Java migrations instead, which needs neither a POM nor a server.
 */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        requiresProject = false,
        threadSafe = true)
@SuppressWarnings("UnusedVariable") // PomParameters reads the parameters by reflection.
public final class CheckMojo extends AbstractMigrateMojo {
    /** Folders or files of SQL or Java, comma-separated, each judged as a history of its own. */
    @Parameter(property = "migrate.locations")
    private @Nullable String locations;

    /** Last version, or name of a file, that databases have already: what is after it is judged. */
    @Parameter(property = "migrate.baselineVersion")
    private @Nullable String baselineVersion;

    /** {@code error}, {@code warning} or {@code never}: the least of the findings that fails the build. */
    @Parameter(property = "migrate.failOn")
    private @Nullable String failOn;

    /** The one migration whose findings are wanted, by name, number or file. */
    @Parameter(property = "migrate.migration")
    private @Nullable String migration;

    /** The one app whose findings are wanted. */
    @Parameter(property = "migrate.app")
    private @Nullable String app;

    /**
     * What is there before the first migration: the JDBC URL of a live database, {@code url} for that of
     * {@code migrate.url}, or a file of {@code pg_dump --schema-only}.
     */
    @Parameter(property = "migrate.schemaFrom")
    private @Nullable String schemaFrom;

    /**
     * What {@code ${name}} in files of SQL stands for, one element a name; also {@code -Dmigrate.placeholders.NAME}, and
     * {@code MIGRATE_PLACEHOLDERS_NAME} in the environment.
     */
    @Parameter
    private @Nullable Map<String, String> placeholders;

    @Override
    Map<String, String> placeholders() {
        Map<String, String> values = new HashMap<>();
        if (placeholders != null) {
            // Maven gives null for an empty element.
            placeholders.forEach((name, value) -> values.put(name, value == null ? "" : value));
        }
        return values;
    }

    @Override
    boolean givesFindings() {
        return true;
    }

    @Override
    Result run(Migrate migrate) {
        return migrate.check();
    }

    @Override
    boolean needsClasses(Settings settings) {
        return settings.list(Setting.LOCATIONS).isEmpty();
    }
}

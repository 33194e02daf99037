package dev.migrate.maven;

import dev.migrate.engine.Migrate;
import dev.migrate.engine.Result;
import dev.migrate.engine.Settings;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Shows the page of a rule in the terminal, or lists all rules. Needs neither a project nor a database. */
@Mojo(name = "explain", requiresProject = false, aggregator = true, threadSafe = true)
@SuppressWarnings("UnusedVariable") // PomParameters reads the parameters by reflection.
public final class ExplainMojo extends AbstractMigrateMojo {
    /** The rule, as a message names it; all of them by default. */
    @Parameter(property = "migrate.rule")
    private @Nullable String rule;

    @Override
    boolean needsClasses(Settings settings) {
        return false;
    }

    @Override
    Result run(Migrate migrate) {
        return migrate.explain();
    }
}

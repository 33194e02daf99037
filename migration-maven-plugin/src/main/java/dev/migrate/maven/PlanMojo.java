package dev.migrate.maven;

import dev.migrate.engine.Migrate;
import dev.migrate.engine.Result;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Shows what apply would do: statements, transactions, locks, and the way back. Changes nothing. */
@Mojo(name = "plan", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class PlanMojo extends AbstractMigrateMojo {
    @Override
    Result run(Migrate migrate) {
        return migrate.plan();
    }
}

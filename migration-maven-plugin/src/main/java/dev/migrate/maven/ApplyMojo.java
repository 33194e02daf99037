package dev.migrate.maven;

import dev.migrate.engine.Migrate;
import dev.migrate.engine.Result;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Applies the pending migrations: check, backup, validate, apply, verify. */
@Mojo(
        name = "apply",
        defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class ApplyMojo extends AbstractChangingMojo {
    @Override
    Result run(Migrate migrate) {
        return migrate.apply();
    }
}

package dev.migrate.maven;

import dev.migrate.engine.Migrate;
import dev.migrate.engine.Result;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Tells whether the migrations can be applied to this database now. Changes nothing. */
@Mojo(
        name = "validate",
        defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class ValidateMojo extends AbstractMigrateMojo {
    @Override
    Result run(Migrate migrate) {
        return migrate.validate();
    }
}

package dev.migrate.maven;

import dev.migrate.engine.Migrate;
import dev.migrate.engine.Result;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Judges the compiled migrations, and proves on a scratch PostgreSQL that they apply and that their way back leads back. */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class CheckMojo extends AbstractMigrateMojo {
    @Override
    Result run(Migrate migrate) {
        return migrate.check();
    }
}

package dev.migrate.maven;

import dev.migrate.engine.Migrate;
import dev.migrate.engine.Result;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Restores tables of a backup into empty ones, and compares them with it. */
@Mojo(name = "restore", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class RestoreMojo extends AbstractChangingMojo {
    @Override
    Result run(Migrate migrate) {
        return migrate.restore();
    }
}

package dev.migrate.maven;

import dev.migrate.engine.Migrate;
import dev.migrate.engine.Result;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Shows what is applied, pending, half done and waiting, and for what. Changes nothing. */
@Mojo(name = "status", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class StatusMojo extends AbstractMigrateMojo {
    @Override
    Result run(Migrate migrate) {
        return migrate.status();
    }
}

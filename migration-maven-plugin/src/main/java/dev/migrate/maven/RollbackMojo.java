package dev.migrate.maven;

import dev.migrate.engine.Migrate;
import dev.migrate.engine.Result;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Undoes migrations by their inverse steps, the last first; it never restores a backup. */
@Mojo(name = "rollback", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class RollbackMojo extends AbstractChangingMojo {
    @Override
    Result run(Migrate migrate) {
        return migrate.rollback();
    }
}

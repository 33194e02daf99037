package dev.migrate.maven;

import dev.migrate.engine.Migrate;
import dev.migrate.engine.Result;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Records that a release is deployed or retired: what opens the gates of contracts. */
@Mojo(name = "release", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class ReleaseMojo extends AbstractChangingMojo {
    @Override
    Result run(Migrate migrate) {
        return migrate.release();
    }
}

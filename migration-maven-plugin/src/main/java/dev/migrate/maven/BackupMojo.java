package dev.migrate.maven;

import dev.migrate.engine.Migrate;
import dev.migrate.engine.Result;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Backs up tables in one snapshot, with checksums, row counts and content sums; with {@code migrate.list} lists backups. */
@Mojo(name = "backup", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class BackupMojo extends AbstractChangingMojo {
    @Override
    Result run(Migrate migrate) {
        return migrate.backup();
    }
}

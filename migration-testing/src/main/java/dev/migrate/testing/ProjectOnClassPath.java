package dev.migrate.testing;

import dev.migrate.api.AnyMigration;
import dev.migrate.engine.ProjectFiles;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The project of a migration class that is on the tests' class path. */
final class ProjectOnClassPath {
    private ProjectOnClassPath() {}

    static ProjectFiles of(Class<? extends AnyMigration> migration) {
        Path home = home(migration);
        List<Path> others = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(element -> !element.isEmpty())
                .map(element -> Path.of(element).toAbsolutePath())
                .filter(element -> !element.equals(home))
                .toList();
        Path here = Path.of("").toAbsolutePath();
        return new ProjectFiles(home, others, List.of(), here.resolve("target"), here);
    }

    private static Path home(Class<?> migration) {
        try {
            return Path.of(migration
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toAbsolutePath();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("no folder or jar holds " + migration.getName(), impossible);
        }
    }
}

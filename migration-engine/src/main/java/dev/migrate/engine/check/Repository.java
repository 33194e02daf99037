package dev.migrate.engine.check;

import java.nio.file.Files;
import java.nio.file.Path;

/** The repository that a build stands in: what code hosts name files from. */
final class Repository {
    private Repository() {}

    /** The nearest folder above that is a working copy of git (a file marks a linked one); the folder itself if there is none. */
    static Path root(Path folder) {
        Path start = folder.toAbsolutePath().normalize();
        for (Path at = start; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(".git"))) {
                return at;
            }
        }
        return start;
    }
}

package dev.migrate.engine.check;

import dev.migrate.core.finding.Finding;
import java.nio.file.Path;

/**
 * A finding of a report that spans modules.
 *
 * @param base the folder of its module
 */
record ReportedFinding(CheckResult.LocatedFinding located, Path base) {
    Finding finding() {
        return located.finding();
    }

    Path path() {
        return base.toAbsolutePath().normalize().resolve(finding().place().file());
    }

    /** The file as named from a folder, with slashes; as it is where it lies elsewhere. */
    String file(Path root) {
        return relative(path(), root);
    }

    /** The module's folder as named from another; empty for that folder itself. */
    String module(Path root) {
        return relative(base.toAbsolutePath().normalize(), root);
    }

    private static String relative(Path path, Path root) {
        Path from = root.toAbsolutePath().normalize();
        return (path.startsWith(from) ? from.relativize(path) : path).toString().replace('\\', '/');
    }
}

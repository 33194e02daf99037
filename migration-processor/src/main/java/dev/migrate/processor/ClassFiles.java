package dev.migrate.processor;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/**
 * Which classes lie where this compilation writes to. Asked through the compiler each of them would be read; a look at
 * the folder reads none.
 */
final class ClassFiles {
    private static final String ENDING = ".class";

    private final Filer filer;
    private final Optional<Path> root;
    private final Map<String, Set<String>> folders = new HashMap<>();

    /** Those beside a marker of this module. */
    ClassFiles(Filer filer, TypeElement marker) {
        this.filer = filer;
        this.root = root(filer, marker);
    }

    boolean exists(String className) {
        String path = className.replace('.', '/');
        int slash = path.lastIndexOf('/');
        String folder = path.substring(0, Math.max(slash, 0));
        String file = path.substring(slash + 1) + ENDING;
        return root.isPresent()
                ? folders.computeIfAbsent(folder, name -> list(root.get().resolve(name)))
                        .contains(file)
                : opens(folder.replace('/', '.'), file);
    }

    private boolean opens(String folder, String file) {
        try (InputStream there =
                filer.getResource(StandardLocation.CLASS_OUTPUT, folder, file).openInputStream()) {
            return there.read() >= 0;
        } catch (IOException | RuntimeException notThere) {
            return false;
        }
    }

    /** Empty where the output is no folder of a file system. */
    private static Optional<Path> root(Filer filer, TypeElement marker) {
        try {
            URI file = filer.getResource(
                            StandardLocation.CLASS_OUTPUT, MarkerClass.PACKAGE, marker.getSimpleName() + ENDING)
                    .toUri();
            Path at = Path.of(file);
            for (int up = 0; up <= MarkerClass.PACKAGE.split("\\.", -1).length && at != null; up++) {
                at = at.getParent();
            }
            return Optional.ofNullable(at).filter(Files::isDirectory);
        } catch (IOException | IllegalArgumentException | FileSystemNotFoundException | SecurityException noFolder) {
            return Optional.empty();
        }
    }

    private static Set<String> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).collect(Collectors.toSet());
        } catch (IOException notThere) {
            return Set.of();
        }
    }
}

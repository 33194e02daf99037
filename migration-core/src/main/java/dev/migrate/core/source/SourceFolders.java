package dev.migrate.core.source;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers the source reader from folders of source files, where no compiler runs. Each file is read once. */
public final class SourceFolders implements SourceResolver {
    private final List<Path> folders;
    private final Units units = new Units(this);
    private final Map<String, Optional<Unit>> files = new HashMap<>();

    private SourceFolders(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /**
     * A resolver over folders.
     *
     * @param folders the roots of the packages, such as {@code src/main/java} and where sources are generated; one that
     *     does not exist holds nothing
     */
    public static SourceFolders of(List<Path> folders) {
        return new SourceFolders(folders);
    }

    @Override
    public Optional<String> binaryName(String type) {
        return units.find(type).map(found -> found.scope().binaryName(found.declaration()));
    }

    /** Empty: the reader finds constants in the source itself. */
    @Override
    public Optional<Object> constant(String type, String field) {
        return Optional.empty();
    }

    @Override
    public boolean isSubtype(String type, String superType) {
        return type.equals(superType)
                || units.find(type)
                        .filter(found -> found.ancestors().contains(superType))
                        .isPresent();
    }

    @Override
    public boolean hasMethod(String type, String method) {
        return units.find(type)
                .filter(found -> !Methods.named(found, method).isEmpty())
                .isPresent();
    }

    @Override
    public Optional<PackageInfo> packageInfo(String packageName) {
        String file = packageName.replace('.', '/') + "/package-info.java";
        return file(file)
                .flatMap(unit -> new JavaMigrationReader(this)
                        .read(unit.file(), unit.text())
                        .packageInfo());
    }

    @Override
    public Optional<Unit> source(String type) {
        String outer = type;
        while (!outer.isEmpty()) {
            Optional<Unit> found = file(outer.replace('.', '/') + ".java");
            if (found.isPresent()) {
                return found;
            }
            outer = outer.substring(0, Math.max(0, outer.lastIndexOf('.')));
        }
        return Optional.empty();
    }

    private Optional<Unit> file(String name) {
        Optional<Unit> known = files.get(name);
        if (known != null) {
            return known;
        }
        Optional<Unit> read = folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isRegularFile)
                .findFirst()
                .flatMap(SourceFolders::read);
        files.put(name, read);
        return read;
    }

    private static Optional<Unit> read(Path file) {
        try {
            return Optional.of(new Unit(file.toString(), Files.readString(file, StandardCharsets.UTF_8)));
        } catch (MalformedInputException otherEncoding) {
            return latin(file);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Unit> latin(Path file) {
        try {
            return Optional.of(new Unit(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1)));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}

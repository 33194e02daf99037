package dev.migrate.core.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Answers the source reader from folders of source files, where no compiler runs. Each file is read once. */
public final class SourceFolders implements SourceResolver {
    private final Function<String, Optional<Unit>> reading;
    private final Units units = new Units(this);
    private final Map<String, Optional<Unit>> files = new HashMap<>();

    private SourceFolders(Function<String, Optional<Unit>> reading) {
        this.reading = reading;
    }

    /**
     * A resolver over folders.
     *
     * @param reading gives the source file of a path from the root of the packages, such as {@code shop/Names.java}; empty
     *     where there is none that can be read
     */
    public static SourceFolders of(Function<String, Optional<Unit>> reading) {
        return new SourceFolders(reading);
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
        Optional<Unit> read = reading.apply(name);
        files.put(name, read);
        return read;
    }
}

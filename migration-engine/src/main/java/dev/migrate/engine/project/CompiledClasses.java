package dev.migrate.engine.project;

import dev.migrate.engine.MigrateException.ToolFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A folder or jar of compiled classes, looked at without loading any of them. */
final class CompiledClasses {
    /** Where the annotation processor leaves one entry for each migration. */
    static final String INDEX = "META-INF/migrate/";

    private static final String INDEX_SUFFIX = ".migration";
    private static final List<String> MARKS = Stream.of(
                    "SchemaMigration", "RiskyMigration", "ContractMigration", "Safe;", "Expand;", "Contract;", "Risky;")
            .map("dev/migrate/api/"::concat)
            .toList();

    private final Path root;

    CompiledClasses(Path root) {
        this.root = root;
    }

    /** The binary names of the classes that mention the authors' API: a superset of the migrations. */
    SortedSet<String> candidates() {
        SortedSet<String> names = new TreeSet<>();
        forEach(".class", (name, bytes) -> {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            if (!name.endsWith("-info.class")
                    && !name.startsWith("META-INF/")
                    && !name.startsWith("dev/migrate/api/")
                    && MARKS.stream().anyMatch(text::contains)) {
                names.add(name.substring(0, name.length() - ".class".length()).replace('/', '.'));
            }
        });
        return names;
    }

    /** The binary names that the index has an entry for. */
    SortedSet<String> indexed() {
        return new TreeSet<>(entries().keySet());
    }

    /** The texts of the index entries by the binary names of their classes. */
    SortedMap<String, String> entries() {
        SortedMap<String, String> texts = new TreeMap<>();
        forEach(INDEX_SUFFIX, (name, bytes) -> {
            if (name.startsWith(INDEX)) {
                texts.put(
                        name.substring(INDEX.length(), name.length() - INDEX_SUFFIX.length()),
                        new String(bytes, StandardCharsets.UTF_8));
            }
        });
        return texts;
    }

    @Override
    public String toString() {
        return root.toString();
    }

    private interface Visitor {
        void visit(String name, byte[] bytes);
    }

    private void forEach(String suffix, Visitor visitor) {
        try {
            if (Files.isDirectory(root)) {
                visitFolder(suffix, visitor);
            } else if (Files.isRegularFile(root)) {
                visitJar(suffix, visitor);
            }
        } catch (IOException unreadable) {
            throw new ToolFailure(unreadable, "cannot read the compiled classes in " + root);
        }
    }

    private void visitFolder(String suffix, Visitor visitor) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(root)) {
            files = walk.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            visitor.visit(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
        }
    }

    private void visitJar(String suffix, Visitor visitor) throws IOException {
        try (ZipFile jar = new ZipFile(root.toFile())) {
            for (ZipEntry entry : jar.stream()
                    .filter(candidate -> candidate.getName().endsWith(suffix))
                    .toList()) {
                try (InputStream in = jar.getInputStream(entry)) {
                    visitor.visit(entry.getName(), in.readAllBytes());
                }
            }
        }
    }
}

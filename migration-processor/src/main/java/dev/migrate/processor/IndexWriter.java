package dev.migrate.processor;

import dev.migrate.core.index.IndexEntry;
import dev.migrate.core.index.ModuleText;
import dev.migrate.core.index.SourceHash;
import dev.migrate.core.index.StoredEntry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;

/** Writes one resource a class, and the marker class of the module. */
final class IndexWriter {
    private static final int NAME_DIGITS = 16;

    private final Elements elements;
    private final Filer filer;

    IndexWriter(Elements elements, Filer filer) {
        this.elements = elements;
        this.filer = filer;
    }

    /**
     * Writes everything; the same migrations give the same bytes.
     *
     * @param others entries of this module's classes that are not compiled now
     * @param known of the compilation before
     */
    void write(List<CompiledMigration> compiled, List<StoredEntry> others, KnownModules.Known known)
            throws IOException {
        for (CompiledMigration migration : compiled) {
            write(
                    "",
                    IndexEntry.resourceName(migration.stored().className()),
                    migration.stored().resource().getBytes(StandardCharsets.UTF_8),
                    migration.type());
        }
        known.gone().forEach(entry -> delete("", IndexEntry.resourceName(entry.className())));
        List<StoredEntry> all = new ArrayList<>(others);
        compiled.forEach(migration -> all.add(migration.stored()));
        if (compiled.stream().anyMatch(this::isInNamedModule)) {
            return;
        }
        if (all.isEmpty()) {
            known.marker().ifPresent(marker -> delete(MarkerClass.PACKAGE, marker + ".class"));
            return;
        }
        String name = known.marker().orElseGet(() -> newName(all));
        write(
                MarkerClass.PACKAGE,
                name + ".class",
                MarkerClass.bytes(name, ModuleText.chunks(all)),
                compiled.stream().map(CompiledMigration::type).toArray(TypeElement[]::new));
    }

    /** A class lies in one module of a class path, so a name made from one of its names is the module's alone. */
    private static String newName(List<StoredEntry> entries) {
        String first = entries.stream()
                .map(StoredEntry::className)
                .sorted()
                .findFirst()
                .orElseThrow();
        return MarkerClass.NAME_START + SourceHash.of(first).substring(0, NAME_DIGITS);
    }

    /** Two named modules must not hold the same package: the virtual machine would not start. */
    private boolean isInNamedModule(CompiledMigration migration) {
        return !elements.getModuleOf(migration.type()).isUnnamed();
    }

    private void write(String folder, String name, byte[] bytes, Element... origins) throws IOException {
        try (OutputStream out = filer.createResource(StandardLocation.CLASS_OUTPUT, folder, name, origins)
                .openOutputStream()) {
            out.write(bytes);
        }
    }

    /** Where a file manager cannot delete, a reader of the resource finds no class for it, and passes over it. */
    private void delete(String folder, String name) {
        try {
            filer.getResource(StandardLocation.CLASS_OUTPUT, folder, name).delete();
        } catch (IOException | RuntimeException notThere) {
            return;
        }
    }
}

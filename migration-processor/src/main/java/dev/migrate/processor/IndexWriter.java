package dev.migrate.processor;

import dev.migrate.core.index.IndexEntry;
import dev.migrate.core.index.ModuleText;
import dev.migrate.core.index.SourceHash;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
     * @param earlier entries of this module's classes that are not compiled now
     * @param marker the name of the module's marker, where an earlier compilation has given it one
     */
    void write(List<CompiledMigration> compiled, List<IndexEntry> earlier, Optional<String> marker) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        earlier.forEach(entry -> texts.put(entry.className(), entry.text()));
        for (CompiledMigration migration : compiled) {
            IndexEntry entry = migration.entry();
            String text = entry.text();
            texts.put(entry.className(), text);
            write(
                    "",
                    IndexEntry.resourceName(entry.className()),
                    text.getBytes(StandardCharsets.UTF_8),
                    migration.type());
        }
        if ((texts.isEmpty() && marker.isEmpty()) || compiled.stream().anyMatch(this::isInNamedModule)) {
            return;
        }
        String name = marker.orElseGet(() -> newName(texts.firstKey()));
        write(
                MarkerClass.PACKAGE,
                name + ".class",
                MarkerClass.bytes(name, ModuleText.chunks(texts)),
                compiled.stream().map(CompiledMigration::type).toArray(TypeElement[]::new));
    }

    /** A class lies in one module of a class path, so a name made from one of its names is the module's alone. */
    private static String newName(String firstClass) {
        return "Migrations_" + SourceHash.of(firstClass).substring(0, NAME_DIGITS);
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
}

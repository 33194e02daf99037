package dev.migrate.processor;

import dev.migrate.core.index.IndexEntry;
import dev.migrate.core.index.IndexUnreadable;
import dev.migrate.core.index.ModuleText;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;

/**
 * The migrations that earlier compilations left on the class path: those of this module, when only some of its classes
 * are compiled now, and those of the modules it depends on.
 */
final class KnownModules {
    private final Elements elements;
    private final Filer filer;
    private final Reporter reporter;

    KnownModules(Elements elements, Filer filer, Reporter reporter) {
        this.elements = elements;
        this.filer = filer;
        this.reporter = reporter;
    }

    /** All of them, in the order of their markers' names. */
    List<Module> read() {
        PackageElement index = elements.getPackageElement(MarkerClass.PACKAGE);
        if (index == null) {
            return List.of();
        }
        return ElementFilter.typesIn(index.getEnclosedElements()).stream()
                .sorted(Comparator.comparing(
                        (TypeElement marker) -> marker.getSimpleName().toString()))
                .flatMap(marker -> chunks(marker).stream().map(chunks -> module(marker, chunks)))
                .toList();
    }

    /**
     * A module.
     *
     * @param marker the simple name of its marker class
     * @param own whether this compilation writes into the place where it lies
     * @param entries of classes that still exist
     */
    record Module(String marker, boolean own, List<IndexEntry> entries) {}

    private Module module(TypeElement marker, List<String> chunks) {
        String name = marker.getSimpleName().toString();
        boolean own = isOwn(name);
        try {
            List<IndexEntry> entries = ModuleText.entries(chunks).stream()
                    .filter(entry -> exists(entry.className()))
                    .toList();
            return new Module(name, own, entries);
        } catch (IndexUnreadable unreadable) {
            reportUnreadable(marker, own, unreadable);
            return new Module(name, own, List.of());
        }
    }

    private void reportUnreadable(TypeElement marker, boolean own, IndexUnreadable unreadable) {
        String whose = own ? "this module" : "a module on the class path";
        // An upgrade of the tool must not break the build of those who wait for another team's release.
        Diagnostic.Kind kind = own ? Diagnostic.Kind.ERROR : Diagnostic.Kind.MANDATORY_WARNING;
        reporter.report(
                kind,
                new Message("[UnreadIndex] the migrations of " + whose + " cannot be read: " + unreadable.getMessage()
                        + "\neffect:  order and dependsOn are judged without them"
                        + "\nfound:   " + marker.getQualifiedName()
                        + "\nfix:     compile " + (own ? "this module from clean" : "that module with this version")));
    }

    private boolean exists(String className) {
        return elements.getTypeElement(className) != null
                || elements.getTypeElement(className.replace('$', '.')) != null;
    }

    private boolean isOwn(String marker) {
        try (InputStream there = filer.getResource(
                        StandardLocation.CLASS_OUTPUT, MarkerClass.PACKAGE, marker + ".class")
                .openInputStream()) {
            return there.read() >= 0;
        } catch (IOException | RuntimeException elsewhere) {
            return false;
        }
    }

    private static Optional<List<String>> chunks(TypeElement marker) {
        for (AnnotationMirror mirror : marker.getAnnotationMirrors()) {
            Element annotation = mirror.getAnnotationType().asElement();
            if (annotation instanceof TypeElement type
                    && type.getQualifiedName().contentEquals(MarkerClass.ANNOTATION)) {
                return Optional.of(texts(mirror.getElementValues().values()));
            }
        }
        return Optional.empty();
    }

    private static List<String> texts(Collection<? extends AnnotationValue> values) {
        List<String> texts = new ArrayList<>();
        for (AnnotationValue value : values) {
            if (value.getValue() instanceof List<?> chunks) {
                chunks.forEach(chunk -> texts.add(String.valueOf(((AnnotationValue) chunk).getValue())));
            }
        }
        return texts;
    }
}

package dev.migrate.processor;

import dev.migrate.core.index.IndexUnreadable;
import dev.migrate.core.index.ModuleText;
import dev.migrate.core.index.StoredEntry;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Map<String, TypeElement> homes = new HashMap<>();
    private final Set<String> reported = new HashSet<>();

    KnownModules(Elements elements, Filer filer, Reporter reporter) {
        this.elements = elements;
        this.filer = filer;
        this.reporter = reporter;
    }

    /** Whether an earlier compilation has left an index where this one writes to. */
    boolean knowsOwn() {
        return markers().stream().anyMatch(this::isOwn);
    }

    /** All of them. */
    Known read() {
        List<StoredEntry> own = new ArrayList<>();
        List<StoredEntry> gone = new ArrayList<>();
        List<StoredEntry> others = new ArrayList<>();
        Optional<String> name = Optional.empty();
        for (TypeElement marker : markers()) {
            List<StoredEntry> entries = entries(marker);
            entries.forEach(entry -> homes.put(entry.className(), marker));
            if (isOwn(marker)) {
                name = name.or(() -> Optional.of(marker.getSimpleName().toString()));
                ClassFiles files = new ClassFiles(filer, marker);
                entries.forEach(entry -> (files.exists(entry.className()) ? own : gone).add(entry));
            } else {
                entries.stream().filter(entry -> exists(entry.className())).forEach(others::add);
            }
        }
        return new Known(own, gone, others, name);
    }

    /**
     * What earlier compilations left.
     *
     * @param own this module's, of classes that are still there
     * @param gone this module's, of classes that are there no more
     * @param others of the modules on the class path
     * @param marker the simple name of this module's marker class, where it has one
     */
    record Known(List<StoredEntry> own, List<StoredEntry> gone, List<StoredEntry> others, Optional<String> marker) {}

    private List<TypeElement> markers() {
        PackageElement index = elements.getPackageElement(MarkerClass.PACKAGE);
        return index == null
                ? List.of()
                : ElementFilter.typesIn(index.getEnclosedElements()).stream()
                        .filter(type -> chunks(type).isPresent())
                        .sorted(Comparator.comparing(
                                (TypeElement marker) -> marker.getSimpleName().toString()))
                        .toList();
    }

    private List<StoredEntry> entries(TypeElement marker) {
        try {
            return ModuleText.entries(chunks(marker).orElse(List.of()));
        } catch (IndexUnreadable unreadable) {
            reportUnreadable(marker, unreadable);
            return List.of();
        }
    }

    /** Says once of a module that it cannot be read. */
    void reportUnreadable(StoredEntry entry, IndexUnreadable unreadable) {
        TypeElement marker = homes.get(entry.className());
        if (marker != null) {
            reportUnreadable(marker, unreadable);
        }
    }

    private void reportUnreadable(TypeElement marker, IndexUnreadable unreadable) {
        if (!reported.add(marker.getQualifiedName().toString())) {
            return;
        }
        boolean own = isOwn(marker);
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

    private boolean isOwn(TypeElement marker) {
        try (InputStream there = filer.getResource(
                        StandardLocation.CLASS_OUTPUT, MarkerClass.PACKAGE, marker.getSimpleName() + ".class")
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

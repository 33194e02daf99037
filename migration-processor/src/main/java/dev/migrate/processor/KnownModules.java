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
import java.util.function.Function;
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
    private boolean missesOwn;

    KnownModules(Elements elements, Filer filer, Reporter reporter) {
        this.elements = elements;
        this.filer = filer;
        this.reporter = reporter;
    }

    /** Whether an earlier compilation has left an index where this one writes to. */
    boolean knowsOwn() {
        return markers().stream().anyMatch(this::isOwn);
    }

    /**
     * All of them.
     *
     * @param compiling the classes that are compiled now
     */
    Known read(Set<String> compiling) {
        List<StoredEntry> own = new ArrayList<>();
        List<StoredEntry> gone = new ArrayList<>();
        List<StoredEntry> others = new ArrayList<>();
        Optional<String> name = Optional.empty();
        for (TypeElement marker : markers()) {
            if (isOwn(marker)) {
                name = name.or(() -> Optional.of(marker.getSimpleName().toString()));
                ClassFiles files = new ClassFiles(filer, marker);
                entries(marker, unreadable -> replaced(marker, compiling, files, unreadable))
                        .forEach(entry -> (files.exists(entry.className()) ? own : gone).add(entry));
            } else {
                entries(marker, unreadable -> unreadable(marker, unreadable)).stream()
                        .filter(entry -> exists(entry.className()))
                        .forEach(others::add);
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
                        .filter(KnownModules::isMarker)
                        .sorted(Comparator.comparing(
                                (TypeElement marker) -> marker.getSimpleName().toString()))
                        .toList();
    }

    private List<StoredEntry> entries(TypeElement marker, Function<IndexUnreadable, List<StoredEntry>> whenUnreadable) {
        List<StoredEntry> entries;
        try {
            entries = ModuleText.entries(chunks(marker));
        } catch (IndexUnreadable unreadable) {
            return whenUnreadable.apply(unreadable);
        }
        entries.forEach(entry -> homes.put(entry.className(), marker));
        return entries.isEmpty() ? whenUnreadable.apply(new IndexUnreadable("no migration is in it")) : entries;
    }

    /** What cannot be read is not missed where all of its classes are compiled again, or gone: an upgrade compiles. */
    private List<StoredEntry> replaced(
            TypeElement marker, Set<String> compiling, ClassFiles files, IndexUnreadable unreadable) {
        Set<String> named = ModuleText.classNames(chunks(marker)).orElse(Set.of());
        boolean allAreKnown = !named.isEmpty()
                && named.stream().allMatch(className -> compiling.contains(className) || !files.exists(className));
        return allAreKnown
                ? named.stream()
                        .filter(className -> !compiling.contains(className))
                        .map(StoredEntry::unread)
                        .toList()
                : unreadable(marker, unreadable);
    }

    private List<StoredEntry> unreadable(TypeElement marker, IndexUnreadable unreadable) {
        reportUnreadable(marker, unreadable);
        return List.of();
    }

    /** Whether migrations of this module are unknown: then no verdict can be told. */
    boolean missesOwn() {
        return missesOwn;
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
        missesOwn |= own;
        // An upgrade of the tool must not break the build of those who wait for another team's release.
        reporter.report(
                own ? Diagnostic.Kind.ERROR : Diagnostic.Kind.MANDATORY_WARNING,
                new Message("[UnreadIndex] "
                        + (own
                                ? "this module has an index that another version wrote: it must be compiled once from clean"
                                : "the migrations of a module on the class path cannot be read")
                        + "\neffect:  "
                        + (own
                                ? "its migrations that are not compiled now are unknown, so nothing is judged"
                                : "order and dependsOn are judged without them")
                        + "\nfound:   " + marker.getQualifiedName() + ", where " + unreadable.getMessage()
                        + "\nfix:     " + (own ? "mvn clean compile" : "compile that module with this version")));
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

    /** Also of a version that annotates it otherwise. */
    private static boolean isMarker(TypeElement type) {
        return type.getSimpleName().toString().startsWith(MarkerClass.NAME_START);
    }

    private static List<String> chunks(TypeElement marker) {
        for (AnnotationMirror mirror : marker.getAnnotationMirrors()) {
            Element annotation = mirror.getAnnotationType().asElement();
            if (annotation instanceof TypeElement type
                    && type.getQualifiedName().contentEquals(MarkerClass.ANNOTATION)) {
                return texts(mirror.getElementValues().values());
            }
        }
        return List.of();
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

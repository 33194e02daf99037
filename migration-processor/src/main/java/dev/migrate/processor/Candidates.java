package dev.migrate.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Which classes are migrations, or are meant to be: those with the interface, and those with an annotation of ours. */
final class Candidates {
    private static final String INTERFACE = "dev.migrate.api.AnyMigration";
    private static final Set<String> ANNOTATIONS = Set.of(
            "dev.migrate.api.Safe",
            "dev.migrate.api.Expand",
            "dev.migrate.api.Contract",
            "dev.migrate.api.Risky",
            "dev.migrate.api.Irreversible",
            "dev.migrate.api.DependsOn");

    private final Elements elements;
    private final ElementsResolver resolver;

    Candidates(Elements elements, ElementsResolver resolver) {
        this.elements = elements;
        this.resolver = resolver;
    }

    /** The candidates among the given classes and the classes nested in them; none if the API is not on the class path. */
    List<TypeElement> among(List<TypeElement> types) {
        TypeElement migration = elements.getTypeElement(INTERFACE);
        List<TypeElement> found = new ArrayList<>();
        if (migration != null) {
            types.forEach(type -> collect(type, migration, found));
        }
        return found;
    }

    private void collect(TypeElement type, TypeElement migration, List<TypeElement> found) {
        if (isAnnotated(type) || (isConcrete(type) && resolver.isSubtype(type, migration))) {
            found.add(type);
        }
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(nested -> collect(nested, migration, found));
    }

    private static boolean isConcrete(TypeElement type) {
        return !type.getKind().isInterface() && !type.getModifiers().contains(Modifier.ABSTRACT);
    }

    private static boolean isAnnotated(TypeElement type) {
        return type.getAnnotationMirrors().stream()
                .map(mirror -> mirror.getAnnotationType().asElement())
                .anyMatch(annotation -> annotation instanceof TypeElement known
                        && ANNOTATIONS.contains(known.getQualifiedName().toString()));
    }
}

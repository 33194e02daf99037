package dev.migrate.processor;

import dev.migrate.core.source.PackageInfo;
import dev.migrate.core.source.SourceResolver;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Answers the source reader from what the compiler knows of types; the same in javac and ECJ, before attribution. */
final class ElementsResolver implements SourceResolver {
    private static final String MIGRATIONS = "dev.migrate.api.Migrations";
    private static final String RELEASE = "dev.migrate.api.Release";

    private final Elements elements;
    private final Types types;

    ElementsResolver(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    @Override
    public Optional<String> binaryName(String type) {
        return find(type).map(found -> elements.getBinaryName(found).toString());
    }

    @Override
    public Optional<Object> constant(String type, String field) {
        return find(type)
                .flatMap(found -> ElementFilter.fieldsIn(elements.getAllMembers(found)).stream()
                        .filter(member -> member.getSimpleName().contentEquals(field))
                        .findFirst())
                .map(VariableElement::getConstantValue);
    }

    @Override
    public boolean isSubtype(String type, String superType) {
        Optional<TypeElement> sub = find(type);
        Optional<TypeElement> top = find(superType);
        return sub.isPresent() && top.isPresent() && isSubtype(sub.get(), top.get());
    }

    boolean isSubtype(TypeElement type, TypeElement superType) {
        return types.isSubtype(types.erasure(type.asType()), types.erasure(superType.asType()));
    }

    @Override
    public boolean hasMethod(String type, String method) {
        return find(type)
                .filter(found -> ElementFilter.methodsIn(elements.getAllMembers(found)).stream()
                        .anyMatch(member -> member.getSimpleName().contentEquals(method)))
                .isPresent();
    }

    @Override
    public Optional<PackageInfo> packageInfo(String packageName) {
        PackageElement element = elements.getPackageElement(packageName);
        if (element == null) {
            return Optional.empty();
        }
        Optional<AnnotationMirror> migrations = annotation(element, MIGRATIONS);
        Optional<AnnotationMirror> release = annotation(element, RELEASE);
        if (migrations.isEmpty() && release.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PackageInfo(
                packageName,
                migrations.flatMap(found -> value(found, "app", String.class)),
                migrations
                        .flatMap(found -> value(found, "postgres", Integer.class))
                        .map(OptionalInt::of)
                        .orElse(OptionalInt.empty()),
                release.flatMap(found -> value(found, "value", String.class)),
                release.flatMap(found -> value(found, "closed", Boolean.class)).orElse(false),
                Optional.empty()));
    }

    private Optional<TypeElement> find(String canonicalName) {
        return Optional.ofNullable(elements.getTypeElement(canonicalName));
    }

    private static Optional<AnnotationMirror> annotation(PackageElement element, String name) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (mirror.getAnnotationType().asElement() instanceof TypeElement type
                    && type.getQualifiedName().contentEquals(name)) {
                return Optional.of(mirror);
            }
        }
        return Optional.empty();
    }

    private static <T> Optional<T> value(AnnotationMirror mirror, String element, Class<T> type) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                mirror.getElementValues().entrySet()) {
            Object value = entry.getValue().getValue();
            if (entry.getKey().getSimpleName().contentEquals(element) && type.isInstance(value)) {
                return Optional.of(type.cast(value));
            }
        }
        return Optional.empty();
    }
}

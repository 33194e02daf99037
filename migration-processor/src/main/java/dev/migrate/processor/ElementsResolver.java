package dev.migrate.processor;

import dev.migrate.core.source.PackageInfo;
import dev.migrate.core.source.SourceResolver;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Answers the source reader from what the compiler knows of types; the same in javac and ECJ, before attribution. Several
 * threads may ask while the compiler's own waits: a compiler is asked by one at a time.
 */
final class ElementsResolver implements SourceResolver {
    private static final String MIGRATIONS = "dev.migrate.api.Migrations";
    private static final String RELEASE = "dev.migrate.api.Release";

    private final Elements elements;
    private final Types types;
    /** Every file asks the same, and each answer costs the compiler a search through modules or supertypes. */
    private final Map<String, Optional<TypeElement>> found = new HashMap<>();

    private final Map<String, Map<String, VariableElement>> fields = new HashMap<>();
    private final Map<String, Set<String>> methods = new HashMap<>();
    private final Map<String, Boolean> subtypes = new HashMap<>();
    private final Map<String, Optional<PackageInfo>> packages = new HashMap<>();

    private final Function<TypeElement, Optional<SourceText>> sources;

    /**
     * A resolver.
     *
     * @param sources gives the source of a class, where there is one
     */
    ElementsResolver(Elements elements, Types types, Function<TypeElement, Optional<SourceText>> sources) {
        this.elements = elements;
        this.types = types;
        this.sources = sources;
    }

    @Override
    public synchronized Optional<Unit> source(String type) {
        return find(type).flatMap(sources).map(source -> new Unit(source.file(), source.text()));
    }

    @Override
    public synchronized Optional<String> binaryName(String type) {
        return find(type).map(found -> elements.getBinaryName(found).toString());
    }

    @Override
    public synchronized Optional<Object> constant(String type, String field) {
        return Optional.ofNullable(fields.computeIfAbsent(type, this::fieldsOf).get(field))
                .map(VariableElement::getConstantValue);
    }

    private Map<String, VariableElement> fieldsOf(String type) {
        Map<String, VariableElement> named = new HashMap<>();
        find(type)
                .ifPresent(owner -> ElementFilter.fieldsIn(elements.getAllMembers(owner))
                        .forEach(
                                field -> named.putIfAbsent(field.getSimpleName().toString(), field)));
        return named;
    }

    @Override
    public synchronized boolean isSubtype(String type, String superType) {
        Boolean known = subtypes.get(type + " " + superType);
        if (known == null) {
            Optional<TypeElement> sub = find(type);
            Optional<TypeElement> top = find(superType);
            known = sub.isPresent() && top.isPresent() && isSubtype(sub.get(), top.get());
            subtypes.put(type + " " + superType, known);
        }
        return known;
    }

    boolean isSubtype(TypeElement type, TypeElement superType) {
        return types.isSubtype(types.erasure(type.asType()), types.erasure(superType.asType()));
    }

    @Override
    public synchronized boolean hasMethod(String type, String method) {
        return methods.computeIfAbsent(type, this::methodsOf).contains(method);
    }

    private Set<String> methodsOf(String type) {
        return find(type)
                .map(owner -> ElementFilter.methodsIn(elements.getAllMembers(owner)).stream()
                        .map(method -> method.getSimpleName().toString())
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    @Override
    public synchronized Optional<PackageInfo> packageInfo(String packageName) {
        return packages.computeIfAbsent(packageName, this::readPackageInfo);
    }

    private Optional<PackageInfo> readPackageInfo(String packageName) {
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
        return found.computeIfAbsent(canonicalName, name -> Optional.ofNullable(elements.getTypeElement(name)));
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

package dev.migrate.core.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import dev.migrate.core.migration.Place;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what a {@code package-info} says. */
final class PackageReader {
    /** Where names are looked up from: a file of a package declaration has no type. */
    private static final TypeDeclaration<?> NO_TYPE = new ClassOrInterfaceDeclaration();

    private PackageReader() {}

    static Optional<PackageInfo> read(SourceText text, FileScope scope, CompilationUnit unit) {
        if (unit.getPackageDeclaration().isEmpty()
                || unit.getPackageDeclaration().get().getAnnotations().isEmpty()) {
            return Optional.empty();
        }
        Annotations annotations = new Annotations(text, scope);
        Optional<AnnotationExpr> migrations = find("Migrations", annotations, unit);
        Optional<AnnotationExpr> release = find("Release", annotations, unit);
        Optional<Place> place = migrations.or(() -> release).map(text::place);
        return Optional.of(new PackageInfo(
                scope.packageName(),
                migrations.flatMap(found -> annotations.text(found, "app", NO_TYPE)),
                migrations
                        .flatMap(found -> annotations.number(found, "postgres", NO_TYPE))
                        .map(OptionalInt::of)
                        .orElse(OptionalInt.empty()),
                release.flatMap(found -> annotations.text(found, "value", NO_TYPE)),
                release.filter(found -> annotations.flag(found, "closed", NO_TYPE))
                        .isPresent(),
                place));
    }

    private static Optional<AnnotationExpr> find(String name, Annotations annotations, CompilationUnit unit) {
        return unit.getPackageDeclaration().stream()
                .flatMap(declaration -> declaration.getAnnotations().stream())
                .filter(annotation -> annotations
                        .name(annotation, NO_TYPE)
                        .filter(name::equals)
                        .isPresent())
                .findFirst();
    }
}

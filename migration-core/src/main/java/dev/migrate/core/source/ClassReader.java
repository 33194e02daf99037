package dev.migrate.core.source;

import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithImplements;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.migrate.core.migration.Check;
import dev.migrate.core.migration.Declaration;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.Shape;
import dev.migrate.core.migration.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a class that is a migration, or is annotated as one. */
final class ClassReader {
    private final SourceText text;
    private final FileScope scope;
    private final SqlPlaces sql;

    ClassReader(SourceText text, FileScope scope, SqlPlaces sql) {
        this.text = text;
        this.scope = scope;
        this.sql = sql;
    }

    /** The migration; empty for any other class. */
    Optional<SourceReading.ReadMigration> read(TypeDeclaration<?> type) {
        MigrationAnnotations annotations = MigrationAnnotations.read(type, new Annotations(text, scope), text);
        Optional<Shape> shape = shape(type);
        if (!annotations.present() && (shape.isEmpty() || isAbstract(type))) {
            return Optional.empty();
        }
        Sink up = new Sink(text, sql);
        Sink down = new Sink(text, sql);
        Sink verify = new Sink(text, sql);
        run(type, "up", up);
        run(type, "down", down);
        run(type, "verify", verify);
        if (shape.isPresent()
                && shape.get() != Shape.CONTRACT
                && entry(new TypeRef(type, scope), "up").isEmpty()) {
            up.opaque("up is inherited from another class", text.span(type.getName()), false);
        }
        Migration migration = migration(type, shape, annotations, up, down, verify.checks());
        return Optional.of(
                new SourceReading.ReadMigration(migration, new RowFunctions(type).tokens(up.code(), down.code())));
    }

    private Migration migration(
            TypeDeclaration<?> type,
            Optional<Shape> shape,
            MigrationAnnotations annotations,
            Sink up,
            Sink down,
            List<Check> checks) {
        Home home = Home.of(scope.packageName(), scope.resolver());
        Optional<List<Step>> written = method(type, "down").isPresent() ? Optional.of(down.steps()) : Optional.empty();
        return new Migration(
                scope.binaryName(type),
                type.getNameAsString(),
                home.app(),
                home.postgres(),
                home.release(),
                home.closed(),
                annotations.kinds(),
                shape,
                annotations.risky(),
                annotations.maintenanceWindow(),
                annotations.accepted(),
                annotations.of(),
                annotations.irreversible(),
                annotations.dependsOn(),
                up.steps(),
                written,
                up.contractSteps(),
                checks,
                text.place(type.getName()),
                declaration(type, annotations),
                List.of());
    }

    private Declaration declaration(TypeDeclaration<?> type, MigrationAnnotations annotations) {
        return new Declaration(
                type.isPublic(),
                type instanceof ClassOrInterfaceDeclaration declared
                        ? declared.isFinal()
                        : type instanceof RecordDeclaration,
                type.isTopLevelType(),
                hasNoArgConstructor(type),
                method(type, "verify").isPresent(),
                annotations.uses());
    }

    private static boolean hasNoArgConstructor(TypeDeclaration<?> type) {
        if (type instanceof EnumDeclaration) {
            return false;
        }
        List<ConstructorDeclaration> constructors = type.getConstructors();
        boolean implicit = type instanceof RecordDeclaration record
                ? record.getParameters().isEmpty()
                : constructors.isEmpty();
        return implicit
                || constructors.stream()
                        .anyMatch(constructor -> constructor.isPublic()
                                && constructor.getParameters().isEmpty());
    }

    private static boolean isAbstract(TypeDeclaration<?> type) {
        return type instanceof ClassOrInterfaceDeclaration declared
                && (declared.isAbstract() || declared.isInterface());
    }

    private Optional<Shape> shape(TypeDeclaration<?> type) {
        List<String> supertypes = new ArrayList<>();
        if (type instanceof NodeWithImplements<?> implementing) {
            implementing.getImplementedTypes().forEach(supertype -> resolve(supertype, type, supertypes));
        }
        if (type instanceof ClassOrInterfaceDeclaration declared) {
            declared.getExtendedTypes().forEach(supertype -> resolve(supertype, type, supertypes));
        }
        for (Shape shape : Shape.values()) {
            String wanted = FileScope.API + shape.interfaceName();
            if (supertypes.stream().anyMatch(supertype -> is(supertype, wanted, 0))) {
                return Optional.of(shape);
            }
        }
        return Optional.empty();
    }

    private void resolve(ClassOrInterfaceType written, TypeDeclaration<?> from, List<String> supertypes) {
        scope.type(written.getNameWithScope(), from).ifPresent(supertypes::add);
    }

    private boolean is(String type, String wanted, int depth) {
        if (type.equals(wanted)) {
            return true;
        }
        Optional<TypeDeclaration<?>> declared = scope.declared(type);
        if (declared.isEmpty()) {
            return scope.resolver().isSubtype(type, wanted);
        }
        List<String> supertypes = new ArrayList<>();
        if (declared.get() instanceof ClassOrInterfaceDeclaration own && depth < Evaluator.MAX_DEPTH) {
            own.getExtendedTypes().forEach(supertype -> resolve(supertype, own, supertypes));
            own.getImplementedTypes().forEach(supertype -> resolve(supertype, own, supertypes));
        }
        return supertypes.stream().anyMatch(supertype -> is(supertype, wanted, depth + 1));
    }

    /** The method of that name with a body, of the type or of one above it of which the source is known. */
    private static Optional<Methods.Declared> entry(TypeRef type, String name) {
        return Methods.named(type, name).stream()
                .filter(found -> found.method().getParameters().size() == 1
                        && found.method().getBody().isPresent())
                .findFirst();
    }

    private static Optional<MethodDeclaration> method(TypeDeclaration<?> type, String name) {
        return type.getMethodsByName(name).stream()
                .filter(method ->
                        method.getParameters().size() == 1 && method.getBody().isPresent())
                .findFirst();
    }

    private void run(TypeDeclaration<?> type, String name, Sink sink) {
        TypeRef owner = new TypeRef(type, scope);
        Optional<Methods.Declared> method = entry(owner, name);
        if (method.isEmpty()) {
            return;
        }
        Entry.run(owner, method.get(), List.of(new Sink.Handle(sink)), text.span(type.getName()), sink);
    }
}

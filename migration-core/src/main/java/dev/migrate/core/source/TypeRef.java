package dev.migrate.core.source;

import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.ArrayList;
import java.util.List;

/** A type whose source is known, with the file that it stands in. */
record TypeRef(TypeDeclaration<?> declaration, FileScope scope) {
    String canonicalName() {
        return scope.canonicalName(declaration);
    }

    String simpleName() {
        return declaration.getNameAsString();
    }

    @SuppressWarnings("ReferenceEquality") // the parser's nodes are equal when they look alike
    boolean is(TypeRef other) {
        return declaration == other.declaration;
    }

    /** The superclass and the interfaces as the source writes them. */
    List<ClassOrInterfaceType> written() {
        List<ClassOrInterfaceType> types = new ArrayList<>();
        if (declaration instanceof ClassOrInterfaceDeclaration type) {
            types.addAll(type.getExtendedTypes());
            types.addAll(type.getImplementedTypes());
        } else if (declaration instanceof EnumDeclaration type) {
            types.addAll(type.getImplementedTypes());
        } else if (declaration instanceof RecordDeclaration type) {
            types.addAll(type.getImplementedTypes());
        }
        return types;
    }

    /** The superclass and the interfaces of which the source is known. */
    List<TypeRef> supertypes() {
        List<TypeRef> found = new ArrayList<>();
        for (ClassOrInterfaceType type : written()) {
            scope.type(type.getNameWithScope(), declaration)
                    .flatMap(scope::find)
                    .filter(known -> !known.is(this))
                    .ifPresent(found::add);
        }
        return found;
    }

    /** This type and all above it of which the source is known, nearest first. */
    List<TypeRef> hierarchy() {
        List<TypeRef> all = new ArrayList<>();
        all.add(this);
        for (int index = 0; index < all.size() && all.size() < Evaluator.MAX_DEPTH; index++) {
            for (TypeRef above : all.get(index).supertypes()) {
                if (all.stream().noneMatch(above::is)) {
                    all.add(above);
                }
            }
        }
        return all;
    }

    /** The canonical names of all types above it, as far as they are known. */
    List<String> ancestors() {
        List<String> names = new ArrayList<>();
        for (TypeRef type : hierarchy()) {
            for (ClassOrInterfaceType written : type.written()) {
                type.scope()
                        .type(written.getNameWithScope(), type.declaration())
                        .ifPresent(names::add);
            }
        }
        return names;
    }

    boolean isInterface() {
        return declaration instanceof ClassOrInterfaceDeclaration type && type.isInterface();
    }
}

package dev.migrate.core.source;

import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the record classes that backfills read rows into. */
final class Models {
    private Models() {}

    /** The model that a type declares, if it is a record. */
    static Optional<RecipeValue.Model> read(TypeDeclaration<?> type, FileScope scope) {
        if (!(type instanceof RecordDeclaration record)) {
            return Optional.empty();
        }
        List<String> columns = new ArrayList<>();
        List<String> types = new ArrayList<>();
        for (Parameter component : record.getParameters()) {
            columns.add(snakeCase(component.getNameAsString()));
            types.add(typeName(component, type, scope));
        }
        return Optional.of(new RecipeValue.Model(columns, types, record));
    }

    /** As {@code Class.getName()} gives it, type arguments left out. */
    private static String typeName(Parameter component, TypeDeclaration<?> from, FileScope scope) {
        if (component.getType().isPrimitiveType()) {
            return component.getType().asString();
        }
        if (component.getType().isClassOrInterfaceType()) {
            String written = component.getType().asClassOrInterfaceType().getNameWithScope();
            return scope.type(written, from).isPresent() ? scope.binaryName(written, from) : written;
        }
        return arrayName(component.getType().asString());
    }

    private static String arrayName(String written) {
        return written.equals("byte[]") ? "[B" : written;
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}

package dev.migrate.processor;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** Gets the source text of a class, by whatever way this compiler offers. */
final class Sources {
    private static final String ENDING = ".java";

    private final Elements elements;
    private final Filer filer;
    private final List<CompilerSide> compilers;
    private final Map<String, Optional<SourceText>> known = new HashMap<>();

    Sources(Elements elements, Filer filer, List<CompilerSide> compilers) {
        this.elements = elements;
        this.filer = filer;
        this.compilers = compilers;
    }

    /** Empty if no way leads to it: then nothing is known of the class's bodies. */
    Optional<SourceText> of(TypeElement type) {
        TypeElement top = topLevel(type);
        return known.computeIfAbsent(
                top.getQualifiedName().toString(), name -> read(top).map(text -> new SourceText(file(top), text)));
    }

    /** The file that declares a type, below its source folder, where it lies as the language's users agree. */
    static String file(TypeElement type) {
        return topLevel(type).getQualifiedName().toString().replace('.', '/') + ENDING;
    }

    static TypeElement topLevel(TypeElement type) {
        Element at = type;
        while (at instanceof TypeElement nested && nested.getNestingKind() != NestingKind.TOP_LEVEL) {
            at = nested.getEnclosingElement();
        }
        return at instanceof TypeElement top ? top : type;
    }

    private Optional<String> read(TypeElement top) {
        return compilers.stream()
                .flatMap(compiler -> compiler.source(top).stream())
                .findFirst()
                .or(() -> ofFileObject(top))
                .or(() -> ofSourcePath(top));
    }

    /** {@code Elements.getFileObjectOf}, since Java 18: the class file of a class that is not compiled here. */
    private Optional<String> ofFileObject(TypeElement top) {
        try {
            Object file =
                    Elements.class.getMethod("getFileObjectOf", Element.class).invoke(elements, top);
            return file instanceof FileObject source && source.getName().endsWith(ENDING)
                    ? Optional.of(source.getCharContent(true).toString())
                    : Optional.empty();
        } catch (ReflectiveOperationException | IOException | RuntimeException notOffered) {
            return Optional.empty();
        }
    }

    private Optional<String> ofSourcePath(TypeElement top) {
        try {
            String folder = elements.getPackageOf(top).getQualifiedName().toString();
            FileObject source = filer.getResource(StandardLocation.SOURCE_PATH, folder, top.getSimpleName() + ENDING);
            return Optional.of(source.getCharContent(true).toString());
        } catch (IOException | RuntimeException notOffered) {
            return Optional.empty();
        }
    }
}

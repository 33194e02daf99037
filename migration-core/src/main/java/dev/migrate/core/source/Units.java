package dev.migrate.core.source;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The source files that a reading has met, each parsed once. */
final class Units {
    private static final int MAX_KEPT = 512;

    private final SourceResolver resolver;
    private final Map<String, Optional<FileScope>> files = new HashMap<>();

    Units(SourceResolver resolver) {
        this.resolver = resolver;
    }

    SourceResolver resolver() {
        return resolver;
    }

    static ParseResult<CompilationUnit> parse(String text) {
        // RAW takes every construct but yield. Of a level that has it too, the checks are left out, which would refuse
        // what another Java allows.
        ParserConfiguration configuration = new ParserConfiguration()
                .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_21)
                .setAttributeComments(false);
        configuration.getProcessors().clear();
        return new JavaParser(configuration).parse(text);
    }

    /** The declaration of a type of another file; empty if its source is not known. */
    Optional<TypeRef> find(String canonicalName) {
        return resolver.source(canonicalName)
                .flatMap(source -> scope(source)
                        .flatMap(scope -> scope.declared(canonicalName).map(type -> new TypeRef(type, scope))));
    }

    private Optional<FileScope> scope(SourceResolver.Unit source) {
        Optional<FileScope> known = files.get(source.file());
        if (known != null) {
            return known;
        }
        if (files.size() >= MAX_KEPT) {
            files.clear();
        }
        Optional<FileScope> parsed = parsed(source);
        files.put(source.file(), parsed);
        return parsed;
    }

    private Optional<FileScope> parsed(SourceResolver.Unit source) {
        try {
            ParseResult<CompilationUnit> result = parse(source.text());
            return result.isSuccessful()
                    ? result.getResult()
                            .map(unit -> new FileScope(unit, new SourceText(source.file(), source.text()), this))
                    : Optional.empty();
        } catch (RuntimeException | AssertionError refused) {
            // The parser's own lexer throws on some malformed tokens instead of reporting a problem.
            return Optional.empty();
        }
    }
}

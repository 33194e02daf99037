package dev.migrate.core.source;

import com.github.javaparser.ParseResult;
import com.github.javaparser.Problem;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.TypeDeclaration;
import dev.migrate.core.migration.Place;
import dev.migrate.core.sql.SqlReader;
import dev.migrate.core.sql.SqlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads the migrations of a Java source file: the same model as the recorded reading, with exact places. It is a pure
 * function of the text and the resolver's answers, and throws for no text.
 *
 * <p>Followed are constants, locals that are set once, loops over lists that are written out, and methods of the same
 * file. Whatever else touches the steps becomes an opaque operation at that call, with the reason. A check of
 * {@code verify} whose query is not constant is left out.
 */
public final class JavaMigrationReader {
    private final Units units;
    private final SqlPlaces.Reader sql;

    /** A reader that asks the given resolver for what other files decide. */
    public JavaMigrationReader(SourceResolver resolver) {
        this(resolver, JavaMigrationReader::readSql);
    }

    /**
     * A reader for statements whose names without a schema mean this one; its objects are read without it.
     *
     * @param home such as {@code public}
     */
    public JavaMigrationReader(SourceResolver resolver, String home) {
        this(resolver, sql -> found(SqlReader.read(sql, home)));
    }

    JavaMigrationReader(SourceResolver resolver, SqlPlaces.Reader sql) {
        this.units = new Units(Objects.requireNonNull(resolver, "resolver"));
        this.sql = sql;
    }

    private static List<SqlPlaces.Found> readSql(String sql) {
        return found(SqlReader.read(sql));
    }

    private static List<SqlPlaces.Found> found(List<SqlStatement> statements) {
        return statements.stream()
                .flatMap(statement -> statement.operations().stream())
                .map(spanned ->
                        new SqlPlaces.Found(spanned.operation(), spanned.start(), spanned.end(), spanned.conditional()))
                .toList();
    }

    /**
     * Reads a file.
     *
     * @param file the name that places carry, as the user knows it
     * @param text the file's text as it is on disk: line ends, tabs and Unicode escapes are kept in the offsets
     */
    public SourceReading read(String file, String text) {
        try {
            return parsed(file, text);
        } catch (StackOverflowError deep) {
            return unread(file, "it is nested too deeply", Place.line(file, 1));
        }
    }

    /**
     * Reads the classes of a file that execute statements themselves: Java migrations of Flyway's and their like, in
     * jOOQ or in SQL, on a context, a connection or a template. This project's own migrations are none of them.
     *
     * @param file the name that places carry, as the user knows it
     * @param text the file's text as it is on disk
     */
    public SourceReading.Scripts readScripts(String file, String text) {
        try {
            ParseResult<CompilationUnit> result = Units.parse(text);
            SourceText source = new SourceText(file, text);
            if (!result.isSuccessful() || result.getResult().isEmpty()) {
                return new SourceReading.Scripts(
                        List.of(), unread(file, result, source).unread());
            }
            FileScope scope = new FileScope(result.getResult().get(), source, units);
            ScriptReader scripts = new ScriptReader(source, scope, new SqlPlaces(source, sql));
            return new SourceReading.Scripts(
                    types(result.getResult().get()).stream()
                            .flatMap(type -> scripts.read(type).stream())
                            .toList(),
                    Optional.empty());
        } catch (RuntimeException | AssertionError refused) {
            // The parser's own lexer throws on some malformed tokens instead of reporting a problem.
            return new SourceReading.Scripts(
                    List.of(),
                    unread(file, "the parser gave up: " + refused.getMessage(), Place.line(file, 1))
                            .unread());
        } catch (StackOverflowError deep) {
            return new SourceReading.Scripts(
                    List.of(),
                    unread(file, "it is nested too deeply", Place.line(file, 1)).unread());
        }
    }

    private static SourceReading unread(String file, ParseResult<CompilationUnit> result, SourceText source) {
        return result.getProblems().stream()
                .findFirst()
                .map(problem -> unread(file, reason(problem), place(problem, source)))
                .orElseGet(() -> unread(file, "it is no Java source", Place.line(file, 1)));
    }

    private SourceReading parsed(String file, String text) {
        ParseResult<CompilationUnit> result;
        try {
            result = Units.parse(text);
        } catch (RuntimeException | AssertionError refused) {
            // The parser's own lexer throws on some malformed tokens instead of reporting a problem.
            return unread(file, "the parser gave up: " + refused.getMessage(), Place.line(file, 1));
        }
        SourceText source = new SourceText(file, text);
        if (!result.isSuccessful() || result.getResult().isEmpty()) {
            return unread(file, result, source);
        }
        return reading(source, file, result.getResult().get());
    }

    private SourceReading reading(SourceText source, String file, CompilationUnit unit) {
        FileScope scope = new FileScope(unit, source, units);
        ClassReader classes = new ClassReader(source, scope, new SqlPlaces(source, sql));
        List<SourceReading.ReadMigration> migrations = new ArrayList<>();
        for (TypeDeclaration<?> type : types(unit)) {
            classes.read(type).ifPresent(migrations::add);
        }
        return new SourceReading(file, migrations, PackageReader.read(source, scope, unit), Optional.empty());
    }

    private static List<TypeDeclaration<?>> types(CompilationUnit unit) {
        List<TypeDeclaration<?>> types = new ArrayList<>();
        unit.walk(node -> {
            if (node instanceof TypeDeclaration<?> type) {
                types.add(type);
            }
        });
        return types;
    }

    private static SourceReading unread(String file, String reason, Place place) {
        return new SourceReading(
                file, List.of(), Optional.empty(), Optional.of(new SourceReading.Unread(reason, place)));
    }

    private static String reason(Problem problem) {
        return problem.getMessage().lines().findFirst().orElse("it is no Java source");
    }

    private static Place place(Problem problem, SourceText source) {
        return problem.getLocation()
                .flatMap(tokens -> tokens.toRange())
                .map(range -> source.place(source.span(range)))
                .orElseGet(() -> source.place(new Span(0, 0)));
    }
}

package dev.migrate.core.source;

import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.type.Type;
import dev.migrate.core.source.SourceReading.Caller;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a class that executes statements itself: from the methods that a tool calls, in their order. */
final class ScriptReader {
    /** The interfaces and base classes of tools, and the method that each calls. */
    private static final Set<String> TOOLS = Set.of(
            "BaseJavaMigration",
            "JavaMigration",
            "JdbcMigration",
            "SpringJdbcMigration",
            "BaseJdbcMigration",
            "CustomTaskChange",
            "CustomSqlChange");

    private static final Set<String> CALLED = Set.of("migrate", "execute");

    private final SourceText text;
    private final FileScope scope;
    private final SqlPlaces sql;

    ScriptReader(SourceText text, FileScope scope, SqlPlaces sql) {
        this.text = text;
        this.scope = scope;
        this.sql = sql;
    }

    /** The script; empty for a class that executes nothing, and for one that others are made of. */
    Optional<SourceReading.Script> read(TypeDeclaration<?> type) {
        TypeRef script = new TypeRef(type, scope);
        boolean concrete = type instanceof ClassOrInterfaceDeclaration declared
                && !declared.isInterface()
                && !declared.isAbstract();
        if (!concrete || script.ancestors().stream().anyMatch(name -> name.startsWith(FileScope.API))) {
            return Optional.empty();
        }
        boolean tool = isTool(script);
        List<Methods.Declared> entries = tool ? called(script) : roots(script);
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        Sink sink = new Sink(text, sql, true);
        for (Methods.Declared entry : entries) {
            Entry.run(script, entry, arguments(entry), text.span(type.getName()), sink);
        }
        return tool || !sink.steps().isEmpty()
                ? Optional.of(new SourceReading.Script(
                        scope.binaryName(type),
                        type.getNameAsString(),
                        tool ? Caller.TOOL : caller(entries),
                        runsOutside(script),
                        sink.steps(),
                        text.place(type.getName())))
                : Optional.empty();
    }

    private static Caller caller(List<Methods.Declared> entries) {
        return entries.stream().allMatch(entry -> entry.method().isStatic()) ? Caller.ANYBODY : Caller.OWNER;
    }

    /** Flyway asks the migration. */
    private static boolean runsOutside(TypeRef type) {
        return Methods.named(type, "canExecuteInTransaction").stream()
                .findFirst()
                .flatMap(method -> method.method().getBody())
                .filter(body -> body.getStatements().size() == 1
                        && body.getStatement(0).toString().equals("return false;"))
                .isPresent();
    }

    private static boolean isTool(TypeRef type) {
        return type.hierarchy().stream()
                .flatMap(above -> above.written().stream())
                .anyMatch(written -> TOOLS.contains(written.getNameAsString()));
    }

    private static List<Methods.Declared> called(TypeRef type) {
        List<Methods.Declared> found = new ArrayList<>();
        for (String name : CALLED) {
            Methods.named(type, name).stream()
                    .filter(method -> method.method().getBody().isPresent())
                    .forEach(found::add);
        }
        return found;
    }

    /** The methods that take a connection, or use one that the class holds, and that no other method of it calls. */
    private static List<Methods.Declared> roots(TypeRef type) {
        boolean holds = type.declaration().getFields().stream().anyMatch(ScriptReader::isHandle);
        Set<String> used = used(type.declaration());
        List<Methods.Declared> roots = new ArrayList<>();
        for (MethodDeclaration method : type.declaration().getMethods()) {
            boolean takes = method.getParameters().stream().anyMatch(parameter -> isHandle(parameter.getType()));
            boolean opens =
                    method.findFirst(MethodCallExpr.class, ScriptReader::opens).isPresent();
            if ((takes || holds || opens) && method.getBody().isPresent() && !used.contains(method.getNameAsString())) {
                roots.add(new Methods.Declared(method, type));
            }
        }
        return roots;
    }

    private static boolean opens(MethodCallExpr call) {
        return call.getNameAsString().equals("using")
                && call.getScope()
                        .map(scope -> scope.toString().endsWith("DSL"))
                        .orElse(true);
    }

    private static Set<String> used(TypeDeclaration<?> type) {
        Set<String> names = new HashSet<>();
        type.walk(
                MethodCallExpr.class,
                call -> call.getScope()
                        .filter(receiver -> !receiver.isThisExpr())
                        .ifPresentOrElse(other -> {}, () -> names.add(call.getNameAsString())));
        type.walk(MethodReferenceExpr.class, reference -> names.add(reference.getIdentifier()));
        return names;
    }

    private static boolean isHandle(FieldDeclaration field) {
        return isHandle(field.getElementType());
    }

    private static boolean isHandle(Type type) {
        return type.isClassOrInterfaceType()
                && Database.isHandle(type.asClassOrInterfaceType().getNameAsString());
    }

    private List<Value> arguments(Methods.Declared entry) {
        Frame frame = Frame.of(entry.type(), Optional.empty(), Optional.empty(), 0);
        List<Value> arguments = new ArrayList<>();
        for (Parameter parameter : entry.method().getParameters()) {
            String name = parameter.getNameAsString();
            arguments.add(Database.declared(parameter.getType(), frame)
                    .orElseGet(() -> new Value.Unknown(name + " is not known here", text.span(parameter))));
        }
        return arguments;
    }
}

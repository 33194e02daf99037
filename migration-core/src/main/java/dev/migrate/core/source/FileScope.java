package dev.migrate.core.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the names of a file mean: its own types, its imports, its package. */
final class FileScope {
    static final String API = "dev.migrate.api.";
    static final String DSL = "org.jooq.impl.DSL";
    static final String DATA_TYPES = "org.jooq.impl.SQLDataType";
    static final String RECIPES = API + "Recipes";

    private static final Set<String> KNOWN = Set.of(
            DSL,
            DATA_TYPES,
            "org.jooq.JSON",
            "org.jooq.JSONB",
            API + "Safe",
            API + "Expand",
            API + "Contract",
            API + "Risky",
            API + "Accept",
            API + "Irreversible",
            API + "DependsOn",
            API + "Migrations",
            API + "Release",
            API + "Hazard",
            API + "AnyMigration",
            API + "SchemaMigration",
            API + "RiskyMigration",
            API + "ContractMigration",
            API + "Steps",
            API + "RiskySteps",
            API + "Verification",
            API + "Recipes",
            "java.util.List",
            "java.util.Arrays",
            "java.math.BigDecimal",
            "java.util.UUID",
            "java.util.Locale",
            "java.time.LocalDate",
            "java.util.ArrayList",
            "java.util.LinkedList",
            "java.util.LinkedHashMap",
            "java.util.LinkedHashSet",
            "java.util.HashMap",
            "java.util.HashSet",
            "java.util.TreeMap",
            "java.util.EnumSet",
            "java.util.Map",
            "java.util.Set",
            "java.util.Collection",
            "java.util.Collections",
            "java.util.Objects",
            "java.util.Optional",
            "java.util.StringJoiner",
            "java.util.function.Function",
            "java.util.stream.Collectors",
            "java.util.stream.IntStream",
            "java.util.stream.Stream",
            "java.sql.Connection",
            "java.sql.PreparedStatement",
            "java.sql.Statement",
            "org.jooq.Configuration",
            "org.jooq.DataType",
            "org.jooq.DSLContext",
            "org.jooq.Field",
            "org.jooq.Name",
            "org.jooq.Privilege",
            "org.jooq.Query",
            "org.jooq.SQLDialect",
            "org.jooq.Table");

    private static final Set<String> JAVA_LANG = Set.of(
            "String",
            "Integer",
            "Long",
            "Short",
            "Byte",
            "Boolean",
            "Character",
            "Double",
            "Float",
            "Object",
            "Record",
            "Number",
            "Math",
            "System",
            "StringBuilder",
            "StringBuffer",
            "Runnable",
            "Iterable",
            "CharSequence",
            "Enum",
            "Class");

    private final CompilationUnit unit;
    private final SourceText text;
    private final Units units;
    private final SourceResolver resolver;
    private final Map<String, Optional<String>> resolved = new HashMap<>();
    private final Set<TypeDeclaration<?>> inheriting = Collections.newSetFromMap(new IdentityHashMap<>());
    private @Nullable List<TypeDeclaration<?>> local;

    FileScope(CompilationUnit unit, SourceText text, Units units) {
        this.unit = unit;
        this.text = text;
        this.units = units;
        this.resolver = units.resolver();
    }

    SourceResolver resolver() {
        return resolver;
    }

    SourceText text() {
        return text;
    }

    /** A type of this file, or of another of which the source is known. */
    Optional<TypeRef> find(String canonicalName) {
        Optional<TypeDeclaration<?>> own = declared(canonicalName);
        return own.isPresent() ? own.map(type -> new TypeRef(type, this)) : units.find(canonicalName);
    }

    String packageName() {
        return unit.getPackageDeclaration()
                .map(declaration -> declaration.getNameAsString())
                .orElse("");
    }

    String canonicalName(TypeDeclaration<?> type) {
        return enclosing(type)
                .map(outer -> canonicalName(outer) + "." + type.getNameAsString())
                .orElseGet(() -> inPackage(type.getNameAsString()));
    }

    String binaryName(TypeDeclaration<?> type) {
        return enclosing(type)
                .map(outer -> binaryName(outer) + "$" + type.getNameAsString())
                .orElseGet(() -> inPackage(type.getNameAsString()));
    }

    /** The binary name of a type that the file names; its plain name where nobody knows it. */
    String binaryName(String written, TypeDeclaration<?> from) {
        Optional<String> canonical = type(written, from);
        if (canonical.isEmpty()) {
            return written.contains(".") ? written : inPackage(written);
        }
        return declared(canonical.get())
                .map(this::binaryName)
                .or(() -> resolver.binaryName(canonical.get()))
                .orElse(canonical.get());
    }

    /** The canonical name of a type as the file names it, simple or with dots. */
    Optional<String> type(String written, TypeDeclaration<?> from) {
        String key = System.identityHashCode(from) + written;
        Optional<String> known = resolved.get(key);
        if (known == null) {
            known = resolve(written, from);
            resolved.put(key, known);
        }
        return known;
    }

    private Optional<String> resolve(String written, TypeDeclaration<?> from) {
        int dot = written.indexOf('.');
        String first = dot < 0 ? written : written.substring(0, dot);
        String rest = dot < 0 ? "" : written.substring(dot);
        Optional<String> found = simpleType(first, from).map(type -> type + rest);
        if (found.isPresent() || dot < 0) {
            return found;
        }
        boolean ofJdk =
                written.startsWith("java.") && Character.isUpperCase(written.charAt(written.lastIndexOf('.') + 1));
        return ofJdk || exists(written) ? Optional.of(written) : Optional.empty();
    }

    private Optional<String> simpleType(String name, TypeDeclaration<?> from) {
        return ownType(name, from)
                .map(this::canonicalName)
                .or(() -> inheritedType(name, from))
                .or(() -> imported(name))
                .or(() -> Optional.of(inPackage(name)).filter(this::exists))
                .or(() -> importedOnDemand(name))
                .or(() -> JAVA_LANG.contains(name) ? Optional.of("java.lang." + name) : Optional.empty());
    }

    private Optional<TypeDeclaration<?>> ownType(String name, TypeDeclaration<?> from) {
        Optional<TypeDeclaration<?>> scope = Optional.of(from);
        while (scope.isPresent()) {
            TypeDeclaration<?> here = scope.get();
            if (here.getNameAsString().equals(name)) {
                return scope;
            }
            Optional<TypeDeclaration<?>> member = memberType(here, name);
            if (member.isPresent()) {
                return member;
            }
            scope = enclosing(here);
        }
        for (TypeDeclaration<?> top : unit.getTypes()) {
            if (top.getNameAsString().equals(name)) {
                return Optional.of(top);
            }
        }
        return Optional.empty();
    }

    /** A type that a class or interface above declares, of this class or of one around it. */
    private Optional<String> inheritedType(String name, TypeDeclaration<?> from) {
        Optional<TypeDeclaration<?>> level = Optional.of(from);
        while (level.isPresent()) {
            Optional<String> found = inheritedBy(level.get(), name);
            if (found.isPresent()) {
                return found;
            }
            level = enclosing(level.get());
        }
        return Optional.empty();
    }

    /** The types above are named where the class is, and so are never asked for among those that they declare. */
    private Optional<String> inheritedBy(TypeDeclaration<?> type, String name) {
        if (!inheriting.add(type)) {
            return Optional.empty();
        }
        try {
            return new TypeRef(type, this)
                    .hierarchy().stream()
                            .skip(1)
                            .flatMap(above -> above.scope().memberType(above.declaration(), name).stream()
                                    .map(above.scope()::canonicalName))
                            .findFirst();
        } finally {
            inheriting.remove(type);
        }
    }

    private Optional<TypeDeclaration<?>> memberType(TypeDeclaration<?> type, String name) {
        for (BodyDeclaration<?> member : type.getMembers()) {
            if (member instanceof TypeDeclaration<?> nested
                    && nested.getNameAsString().equals(name)) {
                return Optional.of(nested);
            }
        }
        return localTypes().stream()
                .filter(local -> local.getNameAsString().equals(name) && isIn(local, type))
                .findFirst();
    }

    private boolean isIn(TypeDeclaration<?> local, TypeDeclaration<?> type) {
        TypeRef outer = new TypeRef(type, this);
        return enclosing(local)
                .filter(around -> outer.is(new TypeRef(around, this)))
                .isPresent();
    }

    /** The classes that are declared in a block. */
    private List<TypeDeclaration<?>> localTypes() {
        if (local == null) {
            List<TypeDeclaration<?>> found = new ArrayList<>();
            unit.walk(node -> {
                if (node instanceof LocalClassDeclarationStmt statement) {
                    found.add(statement.getClassDeclaration());
                } else if (node instanceof LocalRecordDeclarationStmt statement) {
                    found.add(statement.getRecordDeclaration());
                }
            });
            local = found;
        }
        return local;
    }

    private Optional<String> imported(String name) {
        return unit.getImports().stream()
                .filter(line -> !line.isAsterisk())
                .filter(line -> line.getName().getIdentifier().equals(name))
                .filter(line -> !line.isStatic() || exists(line.getNameAsString()))
                .map(ImportDeclaration::getNameAsString)
                .findFirst();
    }

    private Optional<String> importedOnDemand(String name) {
        return unit.getImports().stream()
                .filter(ImportDeclaration::isAsterisk)
                .map(line -> line.getNameAsString() + "." + name)
                .filter(this::exists)
                .findFirst();
    }

    private boolean exists(String type) {
        return KNOWN.contains(type)
                || declared(type).isPresent()
                || resolver.binaryName(type).isPresent();
    }

    /** The declaration of a type of this file. */
    Optional<TypeDeclaration<?>> declared(String canonicalName) {
        String prefix = packageName().isEmpty() ? "" : packageName() + ".";
        if (!canonicalName.startsWith(prefix)) {
            return Optional.empty();
        }
        String[] names = canonicalName.substring(prefix.length()).split("\\.", -1);
        Optional<TypeDeclaration<?>> found = Optional.empty();
        for (TypeDeclaration<?> top : unit.getTypes()) {
            if (top.getNameAsString().equals(names[0])) {
                found = Optional.of(top);
            }
        }
        for (int index = 1; index < names.length && found.isPresent(); index++) {
            found = memberType(found.get(), names[index]);
        }
        return found;
    }

    /** The types that a static import takes a member of that name from: those by name, or else those on demand. */
    List<String> staticImports(String member) {
        List<String> byName = new ArrayList<>();
        List<String> onDemand = new ArrayList<>();
        for (ImportDeclaration line : unit.getImports()) {
            if (line.isStatic() && line.isAsterisk()) {
                onDemand.add(line.getNameAsString());
            } else if (line.isStatic() && line.getName().getIdentifier().equals(member)) {
                line.getName().getQualifier().ifPresent(type -> byName.add(type.asString()));
            }
        }
        return byName.isEmpty() ? onDemand : byName;
    }

    static Optional<TypeDeclaration<?>> enclosing(Node node) {
        Optional<Node> parent = node.getParentNode();
        while (parent.isPresent()) {
            if (parent.get() instanceof TypeDeclaration<?> type) {
                return Optional.of(type);
            }
            parent = parent.get().getParentNode();
        }
        return Optional.empty();
    }

    private String inPackage(String simpleName) {
        return packageName().isEmpty() ? simpleName : packageName() + "." + simpleName;
    }
}

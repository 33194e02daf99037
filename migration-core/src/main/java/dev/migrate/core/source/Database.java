package dev.migrate.core.source;

import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What statements are executed on, whoever opened it. */
record Database(Kind kind) implements Value.Opaque {
    /** How it takes statements. */
    enum Kind {
        /** A context or configuration of jOOQ's. */
        DSL,
        /** A connection, statement or template that takes SQL, or what leads to one, as Flyway's context does. */
        STATEMENT
    }

    private static final Map<String, Kind> TYPES = Map.ofEntries(
            Map.entry("DSLContext", Kind.DSL),
            Map.entry("CloseableDSLContext", Kind.DSL),
            Map.entry("Configuration", Kind.DSL),
            Map.entry("Context", Kind.STATEMENT),
            Map.entry("Connection", Kind.STATEMENT),
            Map.entry("JdbcConnection", Kind.STATEMENT),
            Map.entry("DatabaseConnection", Kind.STATEMENT),
            Map.entry("Statement", Kind.STATEMENT),
            Map.entry("DataSource", Kind.STATEMENT),
            Map.entry("JdbcTemplate", Kind.STATEMENT),
            Map.entry("JdbcOperations", Kind.STATEMENT),
            Map.entry("NamedParameterJdbcTemplate", Kind.STATEMENT),
            Map.entry("NamedParameterJdbcOperations", Kind.STATEMENT),
            Map.entry("JdbcClient", Kind.STATEMENT),
            Map.entry("EntityManager", Kind.STATEMENT),
            Map.entry("Handle", Kind.STATEMENT),
            Map.entry("Jdbi", Kind.STATEMENT),
            Map.entry("Database", Kind.STATEMENT));

    private static final Set<String> MAKING = Set.of("create", "open", "connect", "getConnection", "using", "of");

    static boolean isHandle(String simpleName) {
        return TYPES.containsKey(simpleName);
    }

    /** What a declaration of that type holds; empty for a type that takes no statements. */
    static Optional<Value> declared(Type type, Frame frame) {
        if (!(type instanceof ClassOrInterfaceType written)) {
            return Optional.empty();
        }
        Kind kind = TYPES.get(written.getNameAsString());
        if (kind == null) {
            return Optional.empty();
        }
        boolean own = frame.scope()
                .type(written.getNameWithScope(), frame.type())
                .flatMap(frame.scope()::find)
                .isPresent();
        return own ? Optional.empty() : Optional.of(new Database(kind));
    }

    /** {@code new JdbcTemplate(…)} and what else wraps a connection. */
    static Optional<Value> created(String written, Call call) {
        String type = written.substring(written.lastIndexOf('.') + 1);
        if (TYPES.containsKey(type) && !type.equals("Configuration")) {
            return Optional.of(new Database(TYPES.getOrDefault(type, Kind.STATEMENT)));
        }
        boolean wraps = type.endsWith("DataSource") || type.equals("DefaultDSLContext") || type.endsWith("Connection");
        boolean wrapped = wraps && call.arguments().stream().anyMatch(argument -> argument.value() instanceof Database);
        return wrapped
                ? Optional.of(new Database(type.equals("DefaultDSLContext") ? Kind.DSL : Kind.STATEMENT))
                : Optional.empty();
    }

    /** {@code JdbcClient.create(…)}, {@code Jdbi.create(…)}. */
    static Optional<Value> made(String type, Call call) {
        Kind kind = TYPES.get(type.substring(type.lastIndexOf('.') + 1));
        return kind != null && MAKING.contains(call.method()) ? Optional.of(new Database(kind)) : Optional.empty();
    }
}

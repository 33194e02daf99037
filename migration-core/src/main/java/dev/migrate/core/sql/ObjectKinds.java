package dev.migrate.core.sql;

import dev.migrate.core.operation.ObjectKind;
import java.util.Locale;
import java.util.Optional;

/** Reads the words for a kind of object, as CREATE, ALTER, DROP, COMMENT ON and GRANT ON use them. */
final class ObjectKinds {
    private ObjectKinds() {}

    /** The kind at the cursor, which moves behind its words; empty, and nothing consumed, if there is none. */
    static Optional<ObjectKind> read(Cursor cursor) {
        Token first = cursor.peek();
        if (first.kind() != Token.Kind.WORD) {
            return Optional.empty();
        }
        return switch (first.value()) {
            case "materialized" -> two(cursor, "view", ObjectKind.MATERIALIZED_VIEW);
            case "event" -> two(cursor, "trigger", ObjectKind.EVENT_TRIGGER);
            case "access" -> two(cursor, "method", ObjectKind.ACCESS_METHOD);
            case "large" -> two(cursor, "object", ObjectKind.LARGE_OBJECT);
            case "default" -> two(cursor, "conversion", ObjectKind.CONVERSION);
            case "trusted", "procedural" -> language(cursor);
            case "constraint" -> constraint(cursor);
            case "recursive" -> two(cursor, "view", ObjectKind.VIEW);
            case "foreign" -> foreign(cursor);
            case "operator" -> operator(cursor);
            case "text" -> textSearch(cursor);
            case "user" -> user(cursor);
            case "group" -> one(cursor, ObjectKind.ROLE);
            default -> named(cursor, first.value());
        };
    }

    private static Optional<ObjectKind> one(Cursor cursor, ObjectKind kind) {
        cursor.next();
        return Optional.of(kind);
    }

    private static Optional<ObjectKind> two(Cursor cursor, String second, ObjectKind kind) {
        if (!cursor.peek(1).word(second)) {
            return Optional.empty();
        }
        cursor.next();
        return one(cursor, kind);
    }

    private static Optional<ObjectKind> language(Cursor cursor) {
        cursor.accept("trusted");
        cursor.accept("procedural");
        return cursor.accept("language") ? Optional.of(ObjectKind.LANGUAGE) : Optional.empty();
    }

    private static Optional<ObjectKind> constraint(Cursor cursor) {
        return cursor.accept("constraint", "trigger")
                ? Optional.of(ObjectKind.TRIGGER)
                : one(cursor, ObjectKind.CONSTRAINT);
    }

    private static Optional<ObjectKind> foreign(Cursor cursor) {
        if (cursor.accept("foreign", "data", "wrapper")) {
            return Optional.of(ObjectKind.FOREIGN_DATA_WRAPPER);
        }
        return cursor.peek(1).word("server")
                ? two(cursor, "server", ObjectKind.SERVER)
                : two(cursor, "table", ObjectKind.FOREIGN_TABLE);
    }

    private static Optional<ObjectKind> operator(Cursor cursor) {
        if (cursor.accept("operator", "class")) {
            return Optional.of(ObjectKind.OPERATOR_CLASS);
        }
        return cursor.accept("operator", "family")
                ? Optional.of(ObjectKind.OPERATOR_FAMILY)
                : one(cursor, ObjectKind.OPERATOR);
    }

    private static Optional<ObjectKind> textSearch(Cursor cursor) {
        if (!cursor.accept("text", "search")) {
            return Optional.empty();
        }
        return switch (cursor.next().value()) {
            case "configuration" -> Optional.of(ObjectKind.TEXT_SEARCH_CONFIGURATION);
            case "dictionary" -> Optional.of(ObjectKind.TEXT_SEARCH_DICTIONARY);
            case "parser" -> Optional.of(ObjectKind.TEXT_SEARCH_PARSER);
            case "template" -> Optional.of(ObjectKind.TEXT_SEARCH_TEMPLATE);
            default -> Optional.empty();
        };
    }

    private static Optional<ObjectKind> user(Cursor cursor) {
        return cursor.accept("user", "mapping") ? Optional.of(ObjectKind.USER_MAPPING) : one(cursor, ObjectKind.ROLE);
    }

    private static Optional<ObjectKind> named(Cursor cursor, String word) {
        return switch (word) {
            case "table",
                    "index",
                    "column",
                    "view",
                    "sequence",
                    "trigger",
                    "rule",
                    "policy",
                    "statistics",
                    "type",
                    "domain",
                    "function",
                    "procedure",
                    "routine",
                    "aggregate",
                    "cast",
                    "transform",
                    "collation",
                    "conversion",
                    "language",
                    "schema",
                    "extension",
                    "publication",
                    "subscription",
                    "server",
                    "role",
                    "database",
                    "tablespace",
                    "parameter" -> one(cursor, ObjectKind.valueOf(word.toUpperCase(Locale.ROOT)));
            default -> Optional.empty();
        };
    }
}

package dev.migrate.core.sql;

import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.SessionChange;
import dev.migrate.core.operation.SessionChange.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads SET, RESET, DISCARD and the statements that control transactions. */
final class SessionReader {
    private final Cursor cursor;
    private final Token first;

    SessionReader(Cursor cursor) {
        this.cursor = cursor;
        this.first = cursor.peek();
    }

    /** The statement at the cursor. */
    List<SpannedOperation> read() {
        DdlOperation operation = operation();
        cursor.skipToEnd();
        return List.of(new SpannedOperation(operation, first.start(), first.end()));
    }

    private DdlOperation operation() {
        cursor.next();
        return switch (first.value()) {
            case "set" -> set();
            case "reset" -> new SessionChange(Kind.RESET, Optional.of(setting()), List.of());
            case "discard" -> new SessionChange(Kind.DISCARD, Optional.of(setting()), List.of());
            case "begin", "start" -> new SessionChange(Kind.BEGIN);
            case "commit", "end" -> new SessionChange(cursor.at("prepared") ? Kind.COMMIT_PREPARED : Kind.COMMIT);
            case "rollback", "abort" -> new SessionChange(rollback());
            case "savepoint" -> new SessionChange(Kind.SAVEPOINT);
            case "release" -> new SessionChange(Kind.RELEASE);
            default -> prepare();
        };
    }

    private Kind rollback() {
        if (cursor.at("prepared")) {
            return Kind.ROLLBACK_PREPARED;
        }
        if (!cursor.accept("work")) {
            cursor.accept("transaction");
        }
        return cursor.at("to") ? Kind.ROLLBACK_TO : Kind.ROLLBACK;
    }

    private DdlOperation prepare() {
        return cursor.at("transaction")
                ? new SessionChange(Kind.PREPARE_TRANSACTION)
                : new DdlOperation.Harmless("PREPARE");
    }

    private DdlOperation set() {
        if (cursor.accept("constraints")) {
            return new DdlOperation.Harmless("SET CONSTRAINTS");
        }
        if (cursor.at("transaction") || cursor.at("session", "characteristics")) {
            return new SessionChange(Kind.SET_TRANSACTION);
        }
        boolean local = cursor.accept("local");
        if (!local && !cursor.at("session", "authorization")) {
            cursor.accept("session");
        }
        String setting = setting();
        if (!cursor.accept("to")) {
            cursor.acceptOperator("=");
        }
        return new SessionChange(local ? Kind.SET_LOCAL : Kind.SET, Optional.of(setting), values());
    }

    /** A parameter's name; some have words of their own. */
    private String setting() {
        if (cursor.accept("time", "zone")) {
            return "timezone";
        }
        if (cursor.accept("session", "authorization")) {
            return "session_authorization";
        }
        if (cursor.accept("names")) {
            return "client_encoding";
        }
        if (cursor.accept("schema")) {
            return "search_path";
        }
        if (cursor.accept("xml", "option")) {
            return "xmloption";
        }
        if (cursor.atEnd()) {
            throw cursor.expected("a parameter's name");
        }
        return cursor.anyName("a parameter's name").name().toString();
    }

    private List<String> values() {
        List<String> values = new ArrayList<>(1);
        if (cursor.at("default") && cursor.peek(1).kind() == Token.Kind.END) {
            return values;
        }
        while (!cursor.atEnd()) {
            values.add(value());
            if (!cursor.acceptSymbol(",")) {
                break;
            }
        }
        return values;
    }

    private String value() {
        if (cursor.peek().kind() == Token.Kind.STRING) {
            return Literals.read(cursor, "a value");
        }
        Token token = cursor.next();
        if (token.identifier()) {
            return token.value();
        }
        boolean signed = token.kind() == Token.Kind.OPERATOR && !cursor.atEnd();
        return signed ? token.value() + cursor.word(cursor.next()) : cursor.word(token);
    }
}

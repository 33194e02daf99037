package dev.migrate.core.sql;

import dev.migrate.core.operation.DdlOperation.AlterGeneration;
import dev.migrate.core.operation.DdlOperation.AlterGeneration.Action;
import dev.migrate.core.operation.ObjectName;
import java.util.Optional;
import java.util.Set;

/** Reads the sub-commands of ALTER COLUMN about GENERATED and IDENTITY. */
final class GenerationReader {
    private static final Set<String> SEQUENCE_OPTIONS =
            Set.of("increment", "start", "minvalue", "maxvalue", "no", "cache", "cycle", "restart", "generated");

    private final Cursor cursor;

    GenerationReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Behind the column's name; empty, and nothing consumed, if it is something else. */
    Optional<SpannedOperation> read(ObjectName table, Token column) {
        return action(table, column.value()).map(change -> new SpannedOperation(change, column.start(), column.end()));
    }

    private Optional<AlterGeneration> action(ObjectName table, String column) {
        if (cursor.accept("set", "expression")) {
            cursor.expect("as");
            return of(table, column, Action.SET_EXPRESSION, Optional.of(cursor.parenthesised()));
        }
        if (cursor.accept("drop", "expression")) {
            cursor.accept("if", "exists");
            return of(table, column, Action.DROP_EXPRESSION, Optional.empty());
        }
        if (cursor.accept("drop", "identity")) {
            cursor.accept("if", "exists");
            return of(table, column, Action.DROP_IDENTITY, Optional.empty());
        }
        if (cursor.accept("add", "generated")) {
            return add(table, column);
        }
        boolean changes = cursor.at("restart")
                || (cursor.at("set") && SEQUENCE_OPTIONS.contains(cursor.peek(1).value()));
        return changes ? alter(table, column) : Optional.empty();
    }

    private Optional<AlterGeneration> add(ObjectName table, String column) {
        Optional<String> when = when();
        cursor.expect("as");
        cursor.expect("identity");
        if (cursor.atSymbol("(")) {
            cursor.parenthesised();
        }
        return of(table, column, Action.ADD_IDENTITY, when);
    }

    private Optional<String> when() {
        if (cursor.accept("always")) {
            return Optional.of("ALWAYS");
        }
        if (cursor.accept("by", "default")) {
            return Optional.of("BY DEFAULT");
        }
        throw cursor.expected("ALWAYS or BY DEFAULT");
    }

    private Optional<AlterGeneration> alter(ObjectName table, String column) {
        Optional<String> when = Optional.empty();
        while (!cursor.atEnd() && !cursor.atSymbol(",")) {
            if (cursor.accept("set", "generated")) {
                when = when();
            } else {
                cursor.next();
            }
        }
        return of(table, column, Action.ALTER_IDENTITY, when);
    }

    private static Optional<AlterGeneration> of(
            ObjectName table, String column, Action action, Optional<String> detail) {
        return Optional.of(new AlterGeneration(table, column, action, detail));
    }
}

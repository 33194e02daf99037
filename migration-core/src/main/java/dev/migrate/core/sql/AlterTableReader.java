package dev.migrate.core.sql;

import dev.migrate.core.operation.DataType;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads ALTER TABLE. A sub-command that is not understood becomes an opaque operation, and the next one is read after
 * the comma: in PostgreSQL's grammar a comma outside of parentheses does nothing else here.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER TABLE</a>
 */
final class AlterTableReader {
    private final Cursor cursor;
    private final ConstraintReader constraintReader;

    AlterTableReader(Cursor cursor) {
        this.cursor = cursor;
        this.constraintReader = new ConstraintReader(cursor);
    }

    /** Reads what follows ALTER TABLE. */
    List<SpannedOperation> alterTable() {
        if (cursor.at("all", "in")) {
            throw cursor.unread("ALTER TABLE ALL IN TABLESPACE is not understood");
        }
        cursor.accept("if", "exists");
        cursor.accept("only");
        Cursor.Name table = cursor.objectName("the table's name");
        if (cursor.peek().kind() == Token.Kind.OPERATOR && cursor.peek().value().equals("*")) {
            cursor.next();
        }
        if (cursor.accept("rename")) {
            SpannedOperation rename = rename(table);
            cursor.expectEnd("RENAME");
            return List.of(rename);
        }
        List<SpannedOperation> operations = new ArrayList<>(2);
        do {
            operations.add(readOrOpaque(table.name()));
        } while (cursor.acceptSymbol(","));
        return operations;
    }

    private SpannedOperation readOrOpaque(ObjectName table) {
        try {
            SpannedOperation operation = subCommand(table);
            if (!cursor.atEnd() && !cursor.atSymbol(",")) {
                throw cursor.unread("\"" + cursor.word(cursor.peek()) + "\" is not understood in ALTER TABLE");
            }
            return operation;
        } catch (Unread unread) {
            cursor.skipToComma();
            return new SpannedOperation(
                    new DdlOperation.Opaque(unread.reason()),
                    unread.token().start(),
                    unread.token().end());
        }
    }

    private SpannedOperation rename(Cursor.Name table) {
        if (cursor.accept("to")) {
            String newName = cursor.name("the new name").value();
            return new SpannedOperation(
                    new DdlOperation.RenameTable(table.name(), newName), table.start(), table.end());
        }
        if (cursor.accept("constraint")) {
            Token constraint = cursor.name("a constraint's name");
            cursor.expect("to");
            String newName = cursor.name("the new name").value();
            return at(constraint, new DdlOperation.RenameConstraint(table.name(), constraint.value(), newName));
        }
        cursor.accept("column");
        Token column = cursor.name("a column's name");
        cursor.expect("to");
        String newName = cursor.name("the new name").value();
        return at(column, new DdlOperation.RenameColumn(table.name(), column.value(), newName));
    }

    private SpannedOperation subCommand(ObjectName table) {
        if (cursor.accept("add")) {
            return add(table);
        }
        if (cursor.accept("drop")) {
            return drop(table);
        }
        if (cursor.at("alter", "constraint")) {
            throw cursor.unread("ALTER TABLE … ALTER CONSTRAINT is not understood");
        }
        if (cursor.accept("alter")) {
            cursor.accept("column");
            return alterColumn(table, cursor.name("a column's name"));
        }
        if (cursor.accept("validate", "constraint")) {
            Token constraint = cursor.name("a constraint's name");
            return at(constraint, new DdlOperation.ValidateConstraint(table, constraint.value()));
        }
        return new SettingReader(cursor).ofTable(table).orElseThrow(() -> unknown(""));
    }

    private SpannedOperation add(ObjectName table) {
        if (constraintReader.atTableConstraint()) {
            ConstraintReader.Placed placed = constraintReader.tableConstraint();
            return at(placed.pointAt(), new DdlOperation.AddConstraint(table, placed.constraint()));
        }
        cursor.accept("column");
        boolean ifNotExists = cursor.accept("if", "not", "exists");
        ColumnReader.Placed placed = ColumnReader.read(cursor);
        return at(placed.name(), new DdlOperation.AddColumn(table, placed.column(), ifNotExists));
    }

    private SpannedOperation drop(ObjectName table) {
        boolean constraint = cursor.accept("constraint");
        if (!constraint) {
            cursor.accept("column");
        }
        boolean ifExists = cursor.accept("if", "exists");
        Token name = cursor.name(constraint ? "a constraint's name" : "a column's name");
        boolean cascade = cascade(cursor);
        return at(
                name,
                constraint
                        ? new DdlOperation.DropConstraint(table, name.value(), ifExists, cascade)
                        : new DdlOperation.DropColumn(table, name.value(), ifExists, cascade));
    }

    static boolean cascade(Cursor cursor) {
        boolean cascade = cursor.accept("cascade");
        if (!cascade) {
            cursor.accept("restrict");
        }
        return cascade;
    }

    private SpannedOperation alterColumn(ObjectName table, Token column) {
        String name = column.value();
        if (cursor.accept("set", "not", "null")) {
            return at(column, new DdlOperation.SetNotNull(table, name));
        }
        if (cursor.accept("drop", "not", "null")) {
            return at(column, new DdlOperation.DropNotNull(table, name));
        }
        if (cursor.accept("drop", "default")) {
            return at(column, new DdlOperation.DropDefault(table, name));
        }
        if (cursor.accept("set", "default")) {
            String expression = ColumnReader.expression(cursor, Set.of());
            return at(
                    column,
                    ColumnReader.isNull(expression)
                            ? new DdlOperation.DropDefault(table, name)
                            : new DdlOperation.SetDefault(table, name, expression));
        }
        if (cursor.accept("type") || cursor.accept("set", "data", "type")) {
            return type(table, name);
        }
        return new SettingReader(cursor).ofColumn(table, column).orElseThrow(() -> unknown("ALTER COLUMN "));
    }

    private SpannedOperation type(ObjectName table, String column) {
        Token first = cursor.peek();
        DataType type = TypeReader.read(cursor);
        int end = cursor.last().end();
        if (cursor.at("collate")) {
            throw cursor.unread("ALTER COLUMN … TYPE … COLLATE is not understood");
        }
        Optional<String> using =
                cursor.accept("using") ? Optional.of(ColumnReader.expression(cursor, Set.of())) : Optional.empty();
        return new SpannedOperation(new DdlOperation.AlterColumnType(table, column, type, using), first.start(), end);
    }

    private Unread unknown(String prefix) {
        if (cursor.atEnd()) {
            return cursor.unread("ALTER TABLE … " + prefix + "ends where its action was expected");
        }
        StringBuilder words = new StringBuilder();
        for (int ahead = 0; ahead < 3 && cursor.peek(ahead).kind() == Token.Kind.WORD; ahead++) {
            words.append(ahead == 0 ? "" : " ")
                    .append(cursor.word(cursor.peek(ahead)).toUpperCase(Locale.ROOT));
        }
        String action = words.isEmpty() ? cursor.word(cursor.peek()) : words.toString();
        return cursor.unread("ALTER TABLE … " + prefix + action + " is not understood");
    }

    private static SpannedOperation at(Token token, DdlOperation operation) {
        return new SpannedOperation(operation, token.start(), token.end());
    }
}

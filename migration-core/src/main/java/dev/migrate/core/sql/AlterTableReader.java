package dev.migrate.core.sql;

import dev.migrate.core.operation.DataType;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.DdlOperation.AlterConstraint.Change;
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
            return List.of(MaintenanceReader.moveAll(cursor));
        }
        cursor.accept("if", "exists");
        boolean only = cursor.accept("only");
        Cursor.Name table = cursor.objectName("the table's name");
        cursor.acceptOperator("*");
        if (cursor.accept("rename")) {
            SpannedOperation rename = rename(table);
            cursor.expectEnd("RENAME");
            return List.of(rename);
        }
        if (cursor.accept("set", "schema")) {
            Token schema = cursor.name("a schema's name");
            cursor.expectEnd("SET SCHEMA");
            return List.of(new SpannedOperation(
                    new DdlOperation.SetTableSchema(table.name(), schema.value()), table.start(), table.end()));
        }
        List<SpannedOperation> operations = new ArrayList<>(2);
        do {
            operations.add(readOrOpaque(table.name(), only));
        } while (cursor.acceptSymbol(","));
        return operations;
    }

    private SpannedOperation readOrOpaque(ObjectName table, boolean only) {
        try {
            SpannedOperation operation = subCommand(table, only);
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

    private SpannedOperation subCommand(ObjectName table, boolean only) {
        if (cursor.accept("add")) {
            return add(table, only);
        }
        if (cursor.accept("drop")) {
            return drop(table);
        }
        if (cursor.accept("alter", "constraint")) {
            Token constraint = cursor.name("a constraint's name");
            return at(constraint, alterConstraint(table, constraint.value()));
        }
        if (cursor.accept("alter")) {
            cursor.accept("column");
            return alterColumn(table, cursor.name("a column's name"), only);
        }
        if (cursor.accept("validate", "constraint")) {
            Token constraint = cursor.name("a constraint's name");
            return at(constraint, new DdlOperation.ValidateConstraint(table, constraint.value()));
        }
        return PartitionReader.subCommand(cursor, table)
                .or(() -> new SettingReader(cursor).ofTable(table))
                .orElseThrow(() -> unknown(""));
    }

    private DdlOperation alterConstraint(ObjectName table, String constraint) {
        Change change = Change.DEFERRAL;
        List<String> deferral = new ArrayList<>(1);
        while (!cursor.atEnd() && !cursor.atSymbol(",")) {
            if (cursor.accept("not", "enforced")) {
                change = Change.NOT_ENFORCED;
            } else if (cursor.accept("enforced")) {
                change = Change.ENFORCED;
            } else if (cursor.accept("no", "inherit")) {
                change = Change.NO_INHERIT;
            } else if (cursor.accept("inherit")) {
                change = Change.INHERIT;
            } else {
                deferral.add(deferral());
            }
        }
        if (change == Change.DEFERRAL && deferral.isEmpty()) {
            throw cursor.expected("what changes");
        }
        Optional<String> text = deferral.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", deferral));
        return new DdlOperation.AlterConstraint(table, constraint, change, text);
    }

    private String deferral() {
        if (cursor.accept("deferrable")) {
            return "DEFERRABLE";
        }
        if (cursor.accept("not", "deferrable")) {
            return "NOT DEFERRABLE";
        }
        if (cursor.accept("initially", "deferred")) {
            return "INITIALLY DEFERRED";
        }
        if (cursor.accept("initially", "immediate")) {
            return "INITIALLY IMMEDIATE";
        }
        throw cursor.unread("\"" + cursor.word(cursor.peek()) + "\" is not understood in ALTER CONSTRAINT");
    }

    private SpannedOperation add(ObjectName table, boolean only) {
        if (constraintReader.atTableConstraint()) {
            ConstraintReader.Placed placed = constraintReader.tableConstraint();
            return at(placed.pointAt(), new DdlOperation.AddConstraint(table, placed.constraint(), only));
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

    private SpannedOperation alterColumn(ObjectName table, Token column, boolean only) {
        String name = column.value();
        if (cursor.accept("set", "not", "null")) {
            return at(column, new DdlOperation.SetNotNull(table, name));
        }
        if (cursor.accept("drop", "not", "null")) {
            return at(column, new DdlOperation.DropNotNull(table, name));
        }
        if (cursor.accept("drop", "default")) {
            return at(column, new DdlOperation.DropDefault(table, name, only));
        }
        if (cursor.accept("set", "default")) {
            String expression = ColumnReader.expression(cursor, Set.of());
            return at(
                    column,
                    ColumnReader.isNull(expression)
                            ? new DdlOperation.DropDefault(table, name, only)
                            : new DdlOperation.SetDefault(table, name, expression, only));
        }
        if (cursor.accept("type") || cursor.accept("set", "data", "type")) {
            return type(table, name);
        }
        return new GenerationReader(cursor)
                .read(table, column)
                .or(() -> new SettingReader(cursor).ofColumn(table, column))
                .orElseThrow(() -> unknown("ALTER COLUMN "));
    }

    private SpannedOperation type(ObjectName table, String column) {
        Token first = cursor.peek();
        DataType type = TypeReader.read(cursor);
        int end = cursor.last().end();
        Optional<String> collation = cursor.accept("collate") ? cursor.collation() : Optional.empty();
        Optional<String> using =
                cursor.accept("using") ? Optional.of(ColumnReader.expression(cursor, Set.of())) : Optional.empty();
        return new SpannedOperation(
                new DdlOperation.AlterColumnType(table, column, type, using, collation), first.start(), end);
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
